import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  list: 'Ce que vous avez écrit',
  unsent: 'Ces mots ne sont pas envoyés. Ils sont gardés ici, et dans leur champ quand il se rouvre.',
  resume: 'Reprendre',
  throwAway: 'Jeter',
  copy: 'Copier',
  again: 'Réessayer',
  copied: 'Copié.',
  copyFailed: 'La copie n’a pas marché : sélectionnez le texte pour le copier.',
  more: (p: { n: number }) =>
    `… et ${count(p.n, 'autre contribution', 'autres contributions')} : copiez pour tout avoir.`,
}
