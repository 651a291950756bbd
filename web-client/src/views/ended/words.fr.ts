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
    'On entre dans un atelier par le lien ou le code QR que donne son animatrice ou son animateur. Sans compte, sans mot de passe.',
  paste: 'J’ai reçu un lien',
  pasteHint: 'Collez-le ici en entier, avec ce qui suit le signe #.',
  go: 'Entrer',
  notALink: 'Ce n’est pas un lien d’atelier. Il ressemble à https://…/a/…#…',
  linkCut: 'Il manque la fin du lien, après le signe #. Copiez-le en entier.',
}
