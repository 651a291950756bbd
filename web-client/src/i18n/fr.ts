import board from './board.fr'
import { counter } from './plural'

const count = counter('fr')

// French is the source: every other language must have the same keys with the same parameters.
const fr = {
  ...board,

  'app.name': 'Archipel',
  'app.motto': 'Des ateliers vivants, entre territoires.',
  'app.loading': 'Chargement…',
  'app.loadFailed': 'Cette partie de la page n’a pas pu être chargée.',
  'app.retry': 'Réessayer',
  'app.strange': (p: { words: string }) =>
    `Ceci a été écrit avec une autre version d'Archipel et ne peut plus être envoyé ; copiez ce qui doit rester : ${p.words}`,
  'app.reload': 'Recharger la page',
  'app.close': 'Fermer',
  'app.cancel': 'Annuler',
  'app.save': 'Enregistrer',
  'app.back': 'Retour',
  'app.home': 'Page d’accueil',
  'app.optional': 'facultatif',
  'app.skip': 'Aller au contenu',
  'app.notices': 'Messages',
  'app.dismiss': 'Masquer ce message',

  // Preferences
  'settings.title': 'Réglages',
  'settings.language': 'Langue',
  'settings.theme': 'Apparence',
  'settings.auto': 'Comme l’appareil',
  'settings.light': 'Claire',
  'settings.dark': 'Sombre',

  // The state of the connection
  'status.connecting': 'Connexion…',
  'status.coming': 'Les planches arrivent…',
  'status.live': 'En direct',
  'status.offline': 'Hors ligne',
  'status.ended': 'Arrêté',
  'status.waiting': (p: { n: number }) =>
    `${count(p.n, 'contribution en attente', 'contributions en attente')}`,
  'status.nothingLost':
    'Continuez : ce que vous faites est gardé sur cet appareil et partira au retour du réseau.',
  'status.unkept': 'Cet appareil ne peut pas garder vos contributions : laissez cet onglet ouvert.',
  'status.back': 'Connexion rétablie.',

  // The start page
  'start.title': 'Bienvenue',
  'start.text':
    'On entre dans un atelier par le lien ou le code QR que donne son animatrice ou son animateur. Sans compte, sans mot de passe.',
  'start.paste': 'J’ai reçu un lien',
  'start.pasteHint': 'Collez-le ici en entier, avec ce qui suit le signe #.',
  'start.go': 'Entrer',
  'start.notALink': 'Ce n’est pas un lien d’atelier. Il ressemble à https://…/a/…#…',
  'start.noKey': 'Il manque la fin du lien, après le signe #. Copiez-le en entier.',

  // The organiser's page
  'organise.title': 'Organiser',
  'organise.new': 'Nouvel atelier',
  'organise.name': 'Titre de l’atelier',
  'organise.template': 'Modèle',
  'organise.language': 'Langue du modèle',
  'organise.roll': 'Liste d’inscription',
  'organise.rollHint':
    'Un fichier CSV avec une colonne « nom », et si besoin « organisation », « territoire », « catégorie ». Excel convient tel quel.',
  'organise.rollChoose': 'Choisir un fichier…',
  'organise.rollDrop': 'ou déposez-le ici',
  'organise.rollRemove': 'Retirer le fichier',
  'organise.rollTooBig': (p: { kilobytes: number }) =>
    `Ce fichier est trop gros : au plus ${p.kilobytes} kilo-octets.`,
  'organise.rollEmpty': 'Ce fichier est vide.',
  'organise.rollUnreadable': 'Ce fichier n’a pas pu être lu.',
  'organise.create': 'Créer l’atelier',
  'organise.creating': 'Création…',
  'organise.titleMissing': 'Donnez un titre à l’atelier.',
  'organise.founded': 'L’atelier est prêt',
  'organise.foundedPeople': (p: { n: number }) =>
    p.n === 0
      ? 'Personne n’est inscrit d’avance.'
      : `${count(p.n, 'personne inscrite', 'personnes inscrites')}.`,
  'organise.keepLinks':
    'Qui a un lien peut entrer avec le rôle qu’il donne. Gardez le lien d’animation pour vous et votre équipe.',
  'organise.print': 'Imprimer les liens',
  'organise.another': 'Créer un autre atelier',
  'organise.existing': 'Ateliers',
  'organise.none': 'Aucun atelier pour le moment.',
  'organise.links': 'Liens d’accès',
  'organise.hideLinks': 'Masquer les liens',
  'organise.open': 'Ouvrir',
  'organise.closed': 'clos',
  'organise.people': (p: { n: number }) => count(p.n, 'personne', 'personnes'),
  'organise.connected': (p: { n: number }) => count(p.n, 'connexion en cours', 'connexions en cours'),
  'organise.made': (p: { date: string }) => `créé le ${p.date}`,
  'organise.forget': 'Oublier la clé d’organisation sur cet appareil',
  'organise.firstLinksOnly':
    'Voici les premiers liens de cet atelier. S’ils ont été révoqués, faites-en d’autres depuis l’atelier.',

  // Links and their codes
  'link.participant': 'Lien de participation',
  'link.facilitator': 'Lien de facilitation',
  'link.animator': 'Lien d’animation',
  'link.screen': 'Lien d’écran de salle',
  'link.organiser': 'Lien d’organisation',
  'link.participantHint': 'À projeter, afficher, envoyer : chacun entre et contribue.',
  'link.facilitatorHint': 'Pour qui accompagne un groupe.',
  'link.animatorHint': 'Pour l’équipe d’animation : donne tous les droits dans l’atelier.',
  'link.screenHint': 'Pour l’ordinateur du vidéoprojecteur : montre, ne modifie rien.',
  'link.organiserHint': 'Crée et retrouve tous les ateliers.',
  'link.copy': 'Copier',
  'link.copied': 'Lien copié.',
  'link.copyFailed': 'La copie n’a pas marché : le lien est sélectionné, copiez-le au clavier.',
  'link.qr': (p: { name: string }) => `Code QR : ${p.name}`,

  // Roles
  'role.participant': 'Participant·e',
  'role.facilitator': 'Facilitateur·ice de groupe',
  'role.animator': 'Animation',
  'role.screen': 'Écran de salle',
  'role.organiser': 'Organisation',

  // Join
  'join.title': 'Entrer dans l’atelier',
  'join.as': (p: { role: string }) => `Ce lien fait de vous : ${p.role}.`,
  'join.name': 'Votre nom',
  'join.nameHint': 'Il est vu de tous. Un pseudonyme convient.',
  'join.nameMissing': 'Donnez un nom pour entrer.',
  'join.organisation': 'Organisation',
  'join.territory': 'Territoire',
  'join.category': 'Vous êtes',
  'join.noCategory': 'Sans précision',
  'join.enter': 'Entrer',
  'join.entering': 'Entrée en cours…',
  'join.roll': 'Êtes-vous sur la liste ?',
  'join.rollSearch': 'Cherchez votre nom, votre organisation ou votre territoire',
  'join.rollFound': (p: { n: number }) =>
    p.n === 0 ? 'Personne ne correspond.' : count(p.n, 'personne trouvée', 'personnes trouvées'),
  'join.rollMore': 'Précisez pour voir les autres.',
  'join.rollTaken': 'déjà là',
  'join.rollTakenHint':
    'Si c’est vous, reprenez votre lien personnel ou demandez à l’animation de libérer votre ligne.',
  'join.rollPick': 'C’est moi',
  'join.notListed': 'Je ne suis pas sur la liste',
  'join.listed': 'Chercher sur la liste',
  'join.picked': (p: { name: string }) => `Vous entrez comme ${p.name}. Corrigez si besoin.`,
  'join.closed': 'L’atelier est clos : il se lit, il ne se modifie plus.',

  // The shell
  'shell.views': 'Présentation',
  'shell.board': 'Planche',
  'shell.list': 'Liste',
  'shell.map': 'Carte',
  'shell.graph': 'Graphe',
  'shell.boards': 'Planches',
  'shell.people': 'Personnes',
  'shell.peopleHere': (p: { n: number }) => count(p.n, 'personne présente', 'personnes présentes'),
  'shell.animate': 'Animer',
  'shell.files': 'Planches et fichiers',
  'shell.more': 'Réglages et liens',
  'shell.noBoard': 'Cet atelier n’a pas encore de planche.',
  'shell.instructions': 'Consigne',
  'shell.locked': 'Planche verrouillée',
  'shell.closed': 'Atelier clos',
  'shell.nowLocked': (p: { title: string }) => `L’animation a verrouillé la planche « ${p.title} ».`,
  'shell.nowUnlocked': (p: { title: string }) => `La planche « ${p.title} » est de nouveau ouverte.`,
  'shell.nowClosed': 'L’atelier vient d’être clos. Il se lit toujours.',
  'shell.nowReopened': 'L’atelier est rouvert.',
  'shell.phone': 'Continuer sur mon téléphone',
  'shell.phoneHint':
    'Ce lien est le vôtre : sur un autre appareil, il vous rouvre l’atelier sous le même nom. Ne le donnez à personne.',
  'shell.invite': 'Inviter quelqu’un',
  'shell.me': 'Mes informations',

  // People
  'people.title': 'Personnes',
  'people.here': (p: { n: number }) => count(p.n, 'personne présente', 'personnes présentes'),
  'people.all': (p: { n: number }) => count(p.n, 'personne en tout', 'personnes en tout'),
  'people.guests': (p: { n: number }) =>
    `${count(p.n, 'connexion sans nom', 'connexions sans nom')} (à la porte, ou écran)`,
  'people.by': 'Regrouper par',
  'people.byCategory': 'Catégorie d’acteur',
  'people.byTerritory': 'Territoire',
  'people.byRole': 'Rôle',
  'people.none': 'Non précisé',
  'people.present': 'présent·e',
  'people.away': 'absent·e',
  'people.expected': 'attendu·e',
  'people.search': 'Chercher',
  'people.me': 'vous',
  'people.edit': (p: { name: string }) => `Corriger ${p.name}`,
  'people.editTitle': 'Corriger',
  'people.name': 'Nom',
  'people.nameHint': 'Il est vu de tous.',
  'people.category': 'Catégorie d’acteur',
  'people.role': 'Rôle',
  'people.remove': 'Retirer l’accès',
  'people.removeConfirm': (p: { name: string }) => `Retirer l’accès de ${p.name} ?`,
  'people.removeHint':
    'Ses connexions se ferment tout de suite. Une ligne de la liste redevient libre ; ce que la personne a écrit reste.',
  'people.of': (p: { here: number; all: number }) => `${p.here} sur ${p.all}`,

  // Animation
  'animate.title': 'Animer',
  'animate.workshop': 'Atelier',
  'animate.rename': 'Titre',
  'animate.close': 'Clore l’atelier',
  'animate.reopen': 'Rouvrir l’atelier',
  'animate.closeHint': 'Clos, l’atelier se lit toujours mais ne se modifie plus, sauf par l’animation.',
  'animate.boards': 'Planches',
  'animate.lock': 'Verrouiller',
  'animate.unlock': 'Déverrouiller',
  'animate.boardTitle': 'Titre de la planche',
  'animate.instructions': 'Consigne',
  'animate.access': 'Accès',
  'animate.accessHint': 'Un lien donne un rôle à qui l’ouvre, tant qu’il n’est pas révoqué.',
  'animate.linkOf': (p: { number: number }) => `n° ${p.number}`,
  'animate.made': (p: { date: string }) => `créé le ${p.date}`,
  'animate.revoked': (p: { date: string }) => `révoqué le ${p.date}`,
  'animate.working': 'valable',
  'animate.cameBy': (p: { n: number }) => count(p.n, 'personne entrée par là', 'personnes entrées par là'),
  'animate.show': 'Montrer',
  'animate.revoke': 'Révoquer',
  'animate.revokeTitle': (p: { name: string }) => `Révoquer : ${p.name} ?`,
  'animate.revokeHint': 'Plus personne ne pourra entrer par ce lien. C’est définitif.',
  'animate.expel': 'Faire aussi sortir les personnes entrées par ce lien',
  'animate.newLink': 'Nouveau lien',
  'animate.linkUnknown':
    'Ce lien a été fait sur un autre appareil : lui seul, ou l’organisation, peut le montrer. Faites-en un nouveau si besoin.',
  'animate.linkKeptHere': 'Ce lien n’est gardé que sur cet appareil.',
  'animate.saved': 'Enregistré.',

  // The screen on the wall
  'screen.join': 'Rejoindre',
  'screen.joinHint': 'Visez le code avec l’appareil photo du téléphone.',
  'screen.fullscreen': 'Plein écran',
  'screen.hideCode': 'Masquer le code',
  'screen.showCode': 'Montrer le code',
  'screen.askLink': 'Demandez le lien à l’animation.',

  // The end of a connection
  'ended.title': 'Cette page s’est arrêtée',
  'ended.unsaved': (p: { n: number }) =>
    `${count(p.n, 'contribution n’a pas été confirmée', 'contributions n’ont pas été confirmées')}. Gardée sur cet appareil, elle partira quand vous reviendrez.`,
  'ended.noKeyTitle': 'Il manque la clé',
  'ended.noKey':
    'Cette adresse ne contient pas de clé, et cet appareil n’en a pas gardé pour cet atelier. Rouvrez le lien reçu, en entier.',
  'ended.notFoundTitle': 'Adresse inconnue',
  'ended.notFound': 'Il n’y a rien à cette adresse.',
}

export default fr
