import type { Messages } from '../../i18n/messages'
import type french from './helpwords.fr'

const english: Messages<typeof french> = {
  title: 'Keys',
  page: 'Everywhere but in a field',
  board: 'On the board',
  card: 'On a card of the board',
  held: 'With a card in hand',
  choice: 'In a list of choices',
  pageKeys: `1 / 2 / 3 / 4: board, list, map, graph: one stays on the same card
N: new card
/: search
A / Shift+F10: actions of the card
F6 / Shift+F6: next, previous part of the page
F8: go to the messages and their Undo, or back
Ctrl+Z / Ctrl+Y: undo, redo
Tab: a tool bar is one stop; arrows go from button to button
?: this help`,
  boardKeys: `Arrows: go to the next card that way
Shift+Arrows: move the view
+ / -: larger, smaller
0: see the whole board
Z: see closely what is chosen
Page Down / Page Up: from zone to zone; Enter goes to its first card, N adds one there
Ctrl+A: choose all
Escape: choose nothing`,
  cardKeys: `Enter: open
A / Shift+F10: the bar of the card: zone, spotlight, colour, links…
L: links
M / Space: take in hand
Ctrl+Space: choose besides
Ctrl+D: duplicate
Delete: take off`,
  heldKeys: `Arrows / Shift+Arrows: carry, by large steps
Enter: lay down
Escape: put back where it was`,
  choiceKeys: `Arrows: try
Enter: confirm
Escape: go back to what it was`,
}

export default english
