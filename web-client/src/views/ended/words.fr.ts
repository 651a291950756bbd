import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  title: 'Cette page s’est arrêtée',
  unsaved: (p: { n: number }) =>
    `${count(p.n, 'contribution n’a pas été confirmée', 'contributions n’ont pas été confirmées')}. Gardée sur cet appareil, elle partira quand vous reviendrez.`,
  noKeyTitle: 'Il manque la clé',
  noKey:
    'Cette adresse ne contient pas de clé, et cet appareil n’en a pas gardé pour cet atelier. Rouvrez le lien reçu, en entier.',
  notFoundTitle: 'Adresse inconnue',
  notFound: 'Il n’y a rien à cette adresse.',
  welcome: 'Bienvenue',
  welcomeText:
    'On entre dans un atelier par le lien, le code QR ou le code court que donne son animatrice ou son animateur. Sans compte, sans mot de passe.',
  byCode: 'Entrer dans un atelier',
  paste: 'Code affiché dans la salle, ou lien reçu',
  pasteHint: 'Les six lettres du code, ou le lien en entier, avec ce qui suit le signe #.',
  go: 'Entrer',
  looking: 'Recherche de l’atelier…',
  notALink:
    'Ce n’est ni un code, ni un lien d’atelier. Un code a six lettres, sans A, E ni Y ; un lien ressemble à https://…/a/…#…',
  linkCut: 'Il manque la fin du lien, après le signe #. Copiez-le en entier.',
}
