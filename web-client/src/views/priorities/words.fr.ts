// What prioritisation says: opening and closing one, giving one's points, the results.

export default {
  title: 'Priorités',
  new: 'Ouvrir une priorisation',
  question: 'Question posée',
  questionDefault: 'Que faire en premier ?',
  points: 'Points par budget',
  each: 'Un budget par personne',
  delegation: 'Un budget par territoire',
  open: 'Ouvrir',
  close: 'Clore',
  reopen: 'Rouvrir',
  show: 'Montrer les points à tous',
  hide: 'Cacher les points',
  drop: 'Supprimer la priorisation',
  dropWhat: 'Les points donnés partent avec elle, sans retour.',
  hidden: 'Les points restent cachés jusqu’à ce que vous les montriez.',
}
