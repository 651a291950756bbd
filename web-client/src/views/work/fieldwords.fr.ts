// The fields by which cards are grouped, sorted and filtered.
export default {
  byType: 'Type',
  byObjective: 'Objectif',
  byTerritory: 'Territoire',
  byAuthor: 'Autrice ou auteur',
  byColor: 'Couleur',
  byZone: 'Zone',
  byTag: 'Mot-clé',
  byGroup: 'Groupe',
  withoutType: 'Sans type',
  withoutObjective: 'Sans objectif',
  withoutTerritory: 'Sans territoire',
  withoutAuthor: 'Sans autrice ni auteur',
  withoutTag: 'Sans mot-clé',
  withoutGroup: 'Sans groupe',

  groupBy: 'Grouper par',
  filters: 'Filtres',
  filtersOn: ({ n }: { n: number }) => `Filtres (${n})`,
  anyValue: 'Tout',
  clear: 'Enlever les filtres',
}
