// What the animator's panel says of the workshop, its boards and who may come in.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  title: 'Animer',
  workshop: 'Atelier',
  rename: 'Titre',
  close: 'Clore l’atelier',
  reopen: 'Rouvrir l’atelier',
  closeHint: 'Clos, l’atelier se lit toujours mais ne se modifie plus, sauf par l’animation.',
  boards: 'Planches',
  lock: 'Verrouiller',
  unlock: 'Déverrouiller',
  boardTitle: 'Titre de la planche',
  instructions: 'Consigne',
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
  access: 'Accès',
  accessHint: 'Un lien donne un rôle à qui l’ouvre, tant qu’il n’est pas révoqué.',
  linkOf: (p: { number: number }) => `n° ${p.number}`,
  made: (p: { date: string }) => `créé le ${p.date}`,
  revoked: (p: { date: string }) => `révoqué le ${p.date}`,
  working: 'valable',
  cameBy: (p: { n: number }) => count(p.n, 'personne entrée par là', 'personnes entrées par là'),
  places: 'Nombre d’entrées',
  placesHint: 'Au-delà, le lien ne fait plus entrer personne. Vide : autant qu’il en vient.',
  placesWrong: (p: { most: number }) => `Un nombre de 0 à ${p.most}, ou rien.`,
  placesSet: 'Fixer',
  placesOf: (p: { n: number }) => count(p.n, 'entrée au plus', 'entrées au plus'),
  leaversSince: 'Faire sortir qui est entré par ce lien',
  lastMinutes: (p: { n: number }) => `depuis ${count(p.n, 'minute', 'minutes')}`,
  fromTheFirst: 'depuis le début',
  leaversHint: 'Leur accès cesse ; ce qui est écrit reste. Le lien continue de valoir.',
  leaversGo: (p: { n: number }) => `Faire sortir ${count(p.n, 'personne', 'personnes')}`,
  show: 'Montrer',
  revoke: 'Révoquer',
  revokeTitle: (p: { name: string }) => `Révoquer : ${p.name} ?`,
  revokeHint: 'Plus personne ne pourra entrer par ce lien. C’est définitif.',
  expel: 'Faire aussi sortir les personnes entrées par ce lien',
  newLink: 'Nouveau lien',
  linkUnknown:
    'Ce lien a été fait sur un autre appareil : lui seul, ou l’organisation, peut le montrer. Faites-en un nouveau si besoin.',
  linkKeptHere: 'Ce lien n’est gardé que sur cet appareil.',
  saved: 'Enregistré.',
}
