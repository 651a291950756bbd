// What is said where cards are chosen, and of what is done to those that are.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  found: ({ n }: { n: number }) => (n === 0 ? 'Aucune fiche' : count(n, 'fiche', 'fiches')),
  toZone: 'Vers la zone',
  link: 'Lier',
  merge: 'Fondre',
  inView: 'En vue',
  present: 'À présenter',
  presented: ({ n, all }: { n: number; all: number }) =>
    `${count(n, 'fiche ajoutée', 'fiches ajoutées')} à la suite : ${all} à présenter.`,
  presentNoMore: 'Ne plus présenter',
  putAway: 'Remettre en attente',
  more: 'Plus',
  laidOn: ({ name }: { name: string }) => `Posée sur « ${name} »`,
  laidOnHint: ({ name }: { name: string }) =>
    `Posée sur « ${name} » : touche Menu pour fondre les deux, les lier ou la laisser là.`,
  laidIn: ({ zone }: { zone: string }) => `Posée dans « ${zone} », la zone de son objectif.`,
  leave: 'Laisser là',
  mergeWhich: 'Quelle fiche garde sa place et son titre ?',
  mergeAdd: 'Ajouter une fiche à fondre',
  mergeLess: ({ name }: { name: string }) => `Ne pas fondre « ${name} »`,
  mergeDo: ({ n }: { n: number }) => (n < 2 ? 'Fondre' : `Fondre ${count(n, 'fiche', 'fiches')}`),
  mergeLong: 'Ensemble, elles diraient plus que ce qu’une fiche peut contenir : raccourcissez-en une.',
}
