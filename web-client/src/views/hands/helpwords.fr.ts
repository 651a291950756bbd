// The help on keys. A row is what one presses, then what it does.
export default {
  title: 'Touches du clavier',
  page: 'Partout, hors d’un champ',
  board: 'Sur la planche',
  card: 'Sur une fiche de la planche',
  held: 'Une fiche en main',
  choice: 'Dans une liste de choix',
  pageKeys: `1 / 2 / 3 / 4: planche, liste, carte, graphe : on reste sur la même fiche
N: nouvelle fiche
/: chercher
A / Maj+F10: actions de la fiche
F6 / Maj+F6: partie suivante, précédente de la page
F8: aller aux messages et à leur bouton Annuler, ou en revenir
Ctrl+Z / Ctrl+Y: annuler, rétablir
Tab: une barre d’outils est un seul arrêt ; les flèches y vont de bouton en bouton
?: cette aide`,
  boardKeys: `Flèches: aller à la fiche voisine
Maj+Flèches: déplacer la vue
+ / -: agrandir, réduire
0: voir toute la planche
Z: voir de près ce qui est choisi
Page suivante / Page précédente: d’une zone à l’autre ; Entrée va à sa première fiche, N y en ajoute une
Ctrl+A: tout choisir
Échap: ne plus rien choisir`,
  cardKeys: `Entrée: ouvrir
A / Maj+F10: la barre de la fiche : zone, en vue, couleur, liens…
L: liens
M / Espace: prendre en main
Ctrl+Espace: choisir aussi
Ctrl+D: dupliquer
Suppr: supprimer`,
  heldKeys: `Flèches / Maj+Flèches: porter, à grands pas
Entrée: poser
Échap: remettre où elle était`,
  choiceKeys: `Flèches: essayer
Entrée: valider
Échap: revenir à ce qui était`,
}
