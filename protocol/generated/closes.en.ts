// Written by protocol/generate.mjs from protocol/schema; do not edit.
import type { Close } from './protocol'

export const closes: Record<Close, string> = {
  going_away: 'The server is restarting; reconnecting…',
  too_big: 'A message exceeded the allowed size.',
  bad_message: 'The server did not understand a message of this page. Reload it.',
  wrong_version: 'This page belongs to another version of Archipel. Reload it.',
  unknown_workshop: 'There is no such workshop on this server. Check the address.',
  unknown_key: 'This link does not work, or no longer does. Ask the animators for another.',
  revoked: 'An animator has withdrawn your access.',
  no_hello: 'The connection stayed silent for too long; reconnecting…',
  silent: 'The server no longer heard this page; reconnecting…',
  too_slow: 'The network could not keep up; the page is catching up…',
  elsewhere: 'You opened the workshop in too many tabs; this one stops.',
  unavailable: 'The server cannot reach its data; trying again…',
  damaged: 'This workshop’s data is damaged. Tell whoever runs the server.',
  full: 'The server is full for now; trying again…',
  outdated: 'This workshop is served by a newer version of Archipel than this server; trying again…',
  unknown_code: 'This code opens nothing, or no longer. Check the six letters; else scan the square code, or ask the animators for the link.',
}
