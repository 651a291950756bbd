import { counter } from './plural'

const count = counter('fr')

// French is the source: every other language must have the same keys with the same parameters.
const fr = {
  'app.name': 'Archipel',
  'app.motto': 'Des ateliers vivants, entre territoires.',
  'app.loading': 'Chargement…',
  'app.loadFailed': 'Cette partie de la page n’a pas pu être chargée.',
  'app.retry': 'Réessayer',
  'app.strange': 'Ceci a été écrit avec une autre version d’Archipel et ne peut plus être envoyé.',
  'app.reload': 'Recharger la page',
  'app.outdated': 'Cette page date d’une autre version d’Archipel. Rechargez-la.',
  'app.close': 'Fermer',
  'app.cancel': 'Annuler',
  'app.save': 'Enregistrer',
  'app.back': 'Retour',
  'app.home': 'Page d’accueil',
  'app.optional': 'facultatif',
  'app.leftOut': (p: { n: number; words: string }) =>
    `${count(p.n, 'signe n’a pas eu la place', 'signes n’ont pas eu la place')} : « ${p.words} »`,
  'app.skip': 'Aller au contenu',
  'app.notices': 'Messages',
  'app.refused': 'Le serveur n’a pas accepté ce que vous venez de faire.',
  'app.dismiss': 'Masquer ce message',
  'app.kept': 'Ce que vous avez écrit est gardé ici, à copier ou à mettre ailleurs.',
  'app.lost':
    'Des contributions déjà confirmées sont perdues : les données du serveur ont été abîmées, ou reprises d’une sauvegarde. L’atelier continue avec ce qui reste, et ce que les pages n’avaient pas encore envoyé repart.',

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

  // Roles
  'role.participant': 'Participation',
  'role.facilitator': 'Facilitation de groupe',
  'role.animator': 'Animation',
  'role.screen': 'Écran de salle',
  'role.organiser': 'Organisation',

  // Join
  'join.title': 'Entrer dans l’atelier',
  'join.as': (p: { role: string }) => `Ce lien ouvre : ${p.role}.`,
  'join.name': 'Votre nom',
  'join.nameHint': 'Tout le monde le voit. Un pseudonyme convient.',
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
  'join.picked': (p: { name: string }) => `Vous entrez comme ${p.name}.`,
  'join.correct': 'Corriger mes informations',
  'join.closed': 'L’atelier est clos : il se lit, il ne se modifie plus.',
  'people.name': 'Nom',
  'people.nameHint': 'Tout le monde le voit.',
  'people.category': 'Catégorie d’acteur',

  // The shell
  'shell.views': 'Présentation',
  'shell.board': 'Planche',
  'shell.list': 'Liste',
  'shell.map': 'Carte',
  'shell.graph': 'Graphe',
  'shell.add': 'Fiche',
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
}

export default fr
