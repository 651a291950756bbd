// What is said of a link that lets in: its name by role, what it is for, copying it.
export default {
  participant: 'Lien de participation',
  facilitator: 'Lien de facilitation',
  animator: 'Lien d’animation',
  screen: 'Lien d’écran de salle',
  organiser: 'Lien d’organisation',
  participantHint: 'À projeter, afficher, envoyer : tout le monde entre et contribue.',
  facilitatorHint: 'Pour qui accompagne un groupe.',
  animatorHint: 'Pour l’équipe d’animation : donne tous les droits dans l’atelier.',
  screenHint: 'Pour l’ordinateur du vidéoprojecteur : montre, ne modifie rien.',
  organiserHint: 'Crée et retrouve tous les ateliers.',
  copy: 'Copier',
  copied: 'Lien copié.',
  copyFailed: 'La copie n’a pas marché : le lien est sélectionné, copiez-le au clavier.',
  qr: (p: { name: string }) => `Code QR : ${p.name}`,
}
