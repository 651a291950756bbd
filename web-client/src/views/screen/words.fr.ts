// What the wall says.
import { counter } from '../../i18n/plural'

const count = counter('fr')
const word = (n: number, one: string, many: string) => (n < 2 ? one : many)

export default {
  scan: 'Visez le code avec un téléphone.',
  scanOr: 'Visez le code avec un téléphone,',
  orType: 'ou tapez sur',
  type: 'Tapez sur',
  codeIs: (p: { code: string }) => `Code court : ${p.code}`,
  here: (p: { n: number }) => count(p.n, 'personne présente', 'personnes présentes'),
  askLink: 'Demandez le lien à l’animation.',
  cards: (p: { n: number }) => word(p.n, 'fiche écrite', 'fiches écrites'),
  wrote: (p: { n: number }) => word(p.n, 'personne a écrit', 'personnes ont écrit'),
  voted: (p: { n: number }) => word(p.n, 'a donné ses points', 'ont donné leurs points'),
  points: (p: { n: number }) => `${count(p.n, 'point', 'points')} par personne`,
  pointsEach: (p: { n: number }) => `${count(p.n, 'point', 'points')} par délégation`,
  noPoints: 'Aucun point pour le moment.',
  noVote: 'Aucune priorisation pour le moment.',
  noCard: 'Aucune fiche en vue pour le moment.',
  paused: 'en pause',
  timeOver: 'Temps écoulé',
  turn: (p: { n: number; of: number }) => `${p.n} sur ${p.of}`,
  page: (p: { n: number; of: number }) => `Page ${p.n} sur ${p.of}`,
  andOthers: (p: { name: string; n: number }) => `${p.name} et ${count(p.n, 'autre', 'autres')}`,
  fullscreen: 'Plein écran',
  soundBlocked: 'Son bloqué : cliquez ici une fois',
  offline: 'Hors ligne',
  noBoard: 'Aucune planche pour le moment.',
}
