// What the board and the list say.
export default {}
