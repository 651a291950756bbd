// The fields by which cards are grouped, sorted and filtered.
export default {
  byType: 'Type',
  byObjective: 'Objectif',
  byTerritory: 'Territoire',
  byAuthor: 'Auteur',
  byColor: 'Couleur',
  byZone: 'Zone',
  byTag: 'Mot-clé',
  byGroup: 'Groupe',
  withoutType: 'Sans type',
  withoutObjective: 'Sans objectif',
  withoutTerritory: 'Sans territoire',
  withoutAuthor: 'Sans auteur',
  withoutTag: 'Sans mot-clé',
  withoutGroup: 'Sans groupe',

  groupBy: 'Grouper par',
  filters: 'Filtres',
  filtersOn: ({ n }: { n: number }) => `Filtres (${n})`,
  anyValue: 'Tous',
  clear: 'Enlever les filtres',
}
