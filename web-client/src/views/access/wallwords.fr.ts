// What an animator chooses for the walls.
export default {
  title: 'Écran de salle',
  hint: 'Il suit l’atelier de lui-même. Choisissez ce qu’il montre si vous voulez autre chose.',
  auto: 'Suit l’atelier',
  joining: 'Comment entrer',
  writing: 'La consigne et le temps',
  voting: 'Le vote en cours',
  result: 'Le classement',
  presenting: 'La fiche en vue',
  message: 'Le message',
  board: 'La planche',
  messageLabel: 'Message à la salle',
  showMessage: 'Afficher ce message',
}
