// What facilitation says: leading, the veil, the inbox, the timer, the bin.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  tools: 'Conduire la planche',
  lead: 'Mener',
  bring: 'Amener tout le monde ici',
  hold: 'Amener et maintenir ici',

  timer: 'Minuteur',
  timerMinutes: ({ n }: { n: number }) => count(n, 'minute', 'minutes'),
  timerMore: 'Cinq minutes de plus',
  timerPause: 'Mettre le minuteur en pause',
  timerResume: 'Reprendre le minuteur',
  timerStop: 'Arrêter le minuteur',

  rules: 'Règles',
  veil: 'Faire écrire en privé',
  reveal: 'Révéler à tous',
  control: 'Filtrer les contributions',
  uncontrol: 'Laisser écrire librement',
  inbox: 'Boîte d’attente',
  inboxCount: ({ n }: { n: number }) => count(n, 'fiche en attente', 'fiches en attente'),
  inboxEmpty: 'Rien n’attend.',
  inboxPlace: 'Placer ici',
  inboxZone: 'Placer dans',
  inboxNoZone: 'Hors zone',
  inboxPlaceAll: ({ n }: { n: number }) => `Placer ${count(n, 'fiche', 'fiches')}`,
  inboxDrag: 'Sur la planche, une fiche peut aussi être glissée d’ici à sa place.',
  inboxBy: ({ name }: { name: string }) => `par ${name}`,
  anonymous: 'sans signature',

  bin: 'Corbeille',
  binEmpty: 'Rien n’a été retiré.',
  binWhole: 'Ce qui a été retiré de toutes les planches de l’atelier ; chaque fiche retrouve la sienne.',
  binBoard: ({ title }: { title: string }) => `planche « ${title} »`,
  binBy: ({ name, time }: { name: string; time: string }) => `retirée par ${name}, ${time}`,
  binUnsigned: ({ time }: { time: string }) => `fiche sans signature, retirée à ${time}`,
  added: 'Retirer ce qui vient d’être ajouté',
  addedHint:
    'Les fiches vont à la corbeille, avec les liens tracés. Sans signature : aussi les territoires ajoutés dont aucune fiche ne parle.',
  addedWhose: 'Ajouté par',
  addedUnsigned: 'fiches sans signature',
  addedSince: 'Depuis',
  addedDrop: ({ n }: { n: number }) => `Retirer ${count(n, 'fiche', 'fiches')} et ce qui va avec`,
  binSince: 'Retirées depuis',
  binAlways: 'le début',
  binCount: ({ n }: { n: number }) => count(n, 'fiche retirée', 'fiches retirées'),
  binRestoreEvery: ({ n }: { n: number }) => `Tout remettre : ${count(n, 'fiche', 'fiches')}`,
  deletedMany: ({ name, n }: { name: string; n: number }) =>
    `${name} a retiré ${count(n, 'fiche', 'fiches')} d’un coup.`,
  deletedUnsigned: ({ n }: { n: number }) =>
    `${count(n, 'fiche sans signature retirée', 'fiches sans signature retirées')} en peu de temps.`,
  deletedLeaveUnsigned: 'Laisser les fiches sans signature retirées',
  deletedRestore: 'Tout remettre',
  deletedLeave: ({ name }: { name: string }) => `Laisser ce que ${name} a retiré`,
  binRestore: 'Remettre',
  binRestoreAll: ({ name, n }: { name: string; n: number }) =>
    `Remettre ${count(n, 'fiche retirée', 'fiches retirées')} par ${name}`,
  binRestoreUnsigned: ({ n }: { n: number }) =>
    `Remettre ${count(n, 'fiche sans signature', 'fiches sans signature')}`,

  locks: 'Verrous',
  locksHint:
    'Ce qui est verrouillé ne change que par l’animation. Une fiche se verrouille par sa barre ou ses actions.',
  lockBoard: 'Toute la planche',
  lockZones: 'Zones',
  lockCards: 'Fiches verrouillées',
  lockNoCards: 'Aucune fiche n’est verrouillée.',
  lock: 'Verrouiller',
  unlock: 'Déverrouiller',

  order: 'Présenter',
  orderHint: 'Les fiches numérotées passent l’une après l’autre en vue sur tous les écrans.',
  orderRemove: 'Retirer de l’ordre',
  orderUp: ({ title }: { title: string }) => `Avancer : ${title}`,
  orderDown: ({ title }: { title: string }) => `Reculer : ${title}`,
  orderShow: ({ title }: { title: string }) => `Mettre en vue : ${title}`,
  orderCard: 'Fiche à ajouter',
  orderNone: 'Aucune fiche n’a d’ordre.',

  merge: 'Fondre des fiches',
  mergePreview: 'La fiche gardée dira',
  mergeHint:
    'Textes, signatures, objectifs, mots-clés et liens de toutes sont gardés dans une seule. Les autres vont à la corbeille.',
}
