// What undo and redo say: what was done, in a few words.
import { counter } from '../../i18n/plural'

const count = counter('fr')

interface Cards {
  n: number
  name: string
}
interface Named {
  name: string
}

/** « X », or how many. */
const of = ({ n, name }: Cards) => (n === 1 && name ? `de « ${name} »` : `de ${count(n, 'fiche', 'fiches')}`)
const on = ({ n, name }: Cards) => (n === 1 && name ? `« ${name} »` : count(n, 'fiche', 'fiches'))

export default {
  undo: ({ act }: { act: string }) => `Annuler : ${act}`,
  redo: ({ act }: { act: string }) => `Rétablir : ${act}`,
  undone: ({ act }: { act: string }) => `Annulé : ${act}.`,
  redone: ({ act }: { act: string }) => `Rétabli : ${act}.`,
  partly: ({ act }: { act: string }) =>
    `Annulé en partie : ${act}. Quelqu’un a modifié le reste entre-temps.`,
  nothing: ({ act }: { act: string }) => `Rien n’est annulé : ${act}. Quelqu’un l’a modifié entre-temps.`,
  final: ({ act }: { act: string }) => `Ne s’annule pas : ${act}`,
  finalDone: ({ act }: { act: string }) => `Fait : ${act}. Cela ne s’annule pas.`,
  finalTitle: 'Cela ne s’annule pas',
  finalText: ({ act }: { act: string }) => `Ce qui a été fait en dernier ne s’annule pas : ${act}.`,
  before: ({ act }: { act: string }) => `Annuler ce qui précède : ${act}`,
  oldTitle: ({ act }: { act: string }) => `Annuler : ${act} ?`,
  oldText: ({ minutes, n }: { minutes: number; n: number }) =>
    `Cela date de ${count(minutes, 'minute', 'minutes')} et touche ${count(n, 'fiche', 'fiches')}.`,
  oldDo: 'Annuler cela',
  leave: 'Ne rien changer',

  import: (cards: Cards) => `import ${of(cards)}`,
  paste: (cards: Cards) => `collage ${of(cards)}`,
  gather: (cards: Cards) => `groupement ${of(cards)}`,
  duplicate: (cards: Cards) => `copie ${of(cards)}`,
  arrange: (cards: Cards) => `rangement ${of(cards)}`,
  add: (cards: Cards) => `ajout ${of(cards)}`,
  drop: (cards: Cards) => `retrait ${of(cards)}`,
  restore: (cards: Cards) => `remise ${of(cards)}`,
  merge: (cards: Cards) => `fusion de ${count(cards.n, 'fiche', 'fiches')}`,
  write: (cards: Cards) => `écriture ${of(cards)}`,
  place: (cards: Cards) => `placement ${of(cards)}`,
  putAway: (cards: Cards) => `mise en attente ${of(cards)}`,
  order: (cards: Cards) => `ordre de présentation ${of(cards)}`,
  lock: (cards: Cards) => `verrouillage ${of(cards)}`,
  unlock: (cards: Cards) => `déverrouillage ${of(cards)}`,
  audience: (cards: Cards) => `visibilité ${of(cards)}`,
  mapPlace: (cards: Cards) => `lieu ${of(cards)}`,
  move: (cards: Cards) => `déplacement ${of(cards)}`,
  size: (cards: Cards) => `taille ${of(cards)}`,
  traits: (cards: Cards) => `type, objectifs ou mots-clés ${of(cards)}`,
  color: (cards: Cards) => `couleur ${of(cards)}`,
  points: (cards: Cards) => `points sur ${on(cards)}`,
  spotlight: (cards: Cards) => `mise en vue ${of(cards)}`,
  bring: 'rassemblement des regards',
  hold: 'regards maintenus ici',
  release: 'regards libérés',
  link: 'nouveau lien',
  editLink: 'changement d’un lien',
  dropLink: 'retrait d’un lien',
  addZone: ({ name }: Named) => `ajout de la zone « ${name} »`,
  editZone: ({ name }: Named) => `changement de la zone « ${name} »`,
  dropZone: ({ name }: Named) => `suppression de la zone « ${name} »`,
  instructions: 'changement de la consigne',
  boardTitle: ({ name }: Named) => `changement du titre « ${name} »`,
  lockBoard: 'verrouillage de la planche',
  unlockBoard: 'déverrouillage de la planche',
  control: 'filtrage des contributions',
  uncontrol: 'fin du filtrage des contributions',
  board: 'réglage de la planche',
  veil: 'écriture en privé',
  returnCard: 'renvoi',
  signature: 'signature',
  reveal: 'fiches révélées à tout le monde',
  addPriority: ({ name }: Named) => `question « ${name} »`,
  editPriority: ({ name }: Named) => `réglage de la question « ${name} »`,
  dropPriority: ({ name }: Named) => `suppression de la question « ${name} » et de ses points`,
  vocabulary: 'ajout de territoires, de types ou d’objectifs',
}
