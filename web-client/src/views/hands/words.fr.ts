// What is read out by itself.
import { counter } from '../../i18n/plural'

const count = counter('fr')

interface Sum {
  added: number
  changed: number
  moved: number
  gone: number
  links: number
}

export default {
  others: ({ added, changed, moved, gone, links }: Sum) =>
    `Les autres : ${[
      added && count(added, 'fiche ajoutée', 'fiches ajoutées'),
      changed && count(changed, 'fiche modifiée', 'fiches modifiées'),
      moved && count(moved, 'fiche déplacée', 'fiches déplacées'),
      gone && count(gone, 'fiche retirée', 'fiches retirées'),
      links && count(links, 'lien tracé', 'liens tracés'),
    ]
      .filter(Boolean)
      .join(', ')}.`,
  added: ({ title }: { title: string }) => `Nouvelle fiche : ${title}.`,
  changed: ({ title }: { title: string }) => `Fiche modifiée : ${title}.`,
  moved: ({ title }: { title: string }) => `Fiche déplacée : ${title}.`,
  gone: ({ title }: { title: string }) => `Fiche retirée : ${title}.`,

  revealed: 'Les fiches sont révélées à tout le monde.',
  uncontrolled: 'Les fiches vont de nouveau droit sur la planche.',
  timer: ({ time }: { time: string }) => `Minuteur : ${time}.`,
  timerMinute: 'Il reste une minute.',
  timerStopped: 'Minuteur arrêté.',
  released: 'Les regards sont libérés.',
  spotlight: ({ title }: { title: string }) => `En vue : ${title}.`,
  spotlightOver: 'La fiche n’est plus en vue.',
  pointsOpen: ({ title, n }: { title: string; n: number }) =>
    `Des points à donner : ${title}, ${count(n, 'point', 'points')} par budget.`,
  pointsClosed: ({ title }: { title: string; n: number }) => `Points clos : ${title}.`,
  pointsShown: ({ title }: { title: string; n: number }) => `Les points sont montrés : ${title}.`,
  pointsHidden: ({ title }: { title: string; n: number }) => `Les points sont de nouveau cachés : ${title}.`,

  every: 'Lecteur d’écran : résumer ce que font les autres',
  seconds: ({ n }: { n: number }) => `au plus toutes les ${n} s`,
  minutes: ({ n }: { n: number }) => (n === 1 ? 'chaque minute' : `toutes les ${n} min`),
  never: 'jamais',
  signs: 'Touches d’un seul signe (N, 1, ?…)',
  signsOn: 'partout',
  signsOff: 'sur la planche seulement',
  help: 'Toutes les touches',
}
