// What the wall says.

export default {
  join: 'Rejoindre',
  joinHint: 'Visez le code avec l’appareil photo du téléphone.',
  fullscreen: 'Plein écran',
  hideCode: 'Masquer le code',
  showCode: 'Montrer le code',
  askLink: 'Demandez le lien à l’animation.',
}
