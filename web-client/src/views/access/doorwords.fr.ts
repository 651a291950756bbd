// What is said of the door: the short code, given and withdrawn.

export default {
  door: 'Porte de l’atelier',
  doorHint:
    'Ouverte, la porte donne un code de six lettres, à taper par qui ne peut pas scanner. Il s’affiche sur l’écran de salle.',
  openDoor: 'Ouvrir la porte',
  closeDoor: 'Fermer la porte',
  otherCode: 'Autre code',
  newCode: 'Donner un nouveau code',
  code: 'Code court :',
  codeHint: (p: { host: string; code: string }) =>
    `À taper sur ${p.host}, ou dans la barre d’adresse : ${p.host}/${p.code}. Il vaut un jour au plus, tant que la porte est ouverte.`,
  codeWithdrawn:
    'Quelqu’un essaie des codes au hasard : le code court a été retiré avant qu’on puisse le trouver. Le lien et le code QR marchent toujours.',
}
