import { writeFileSync, readFileSync } from 'node:fs'
import { chromium, phone } from './support/browsers.mjs'
import { enter, live, showAs, addInList } from './support/people.mjs'
import { Server } from './support/server.mjs'
const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const only = process.argv[2]
export async function shot(tab, name) {
  await new Promise((r) => setTimeout(r, 500))
  await tab.page.screenshot({ path: `/tmp/shots/${name}.png` })
  await tab.page.evaluate(axe)
  const { violations } = await tab.page.evaluate(() => axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }))
  console.log(name, violations.map((v) => `${v.id}: ${v.nodes.slice(0,2).map((n) => n.html.slice(0,150)+' @'+n.failureSummary.replace(/\s+/g,' ').slice(0,200)).join(' || ')}`))
}
const server = await Server.start()
const browser = await chromium()
try {
  const links = await server.found('Atelier essai', '--template', 'demo-cartography')
  const anim = await enter(await browser.device(), links.animator, 'Camille Martin')
  const louise = await enter(await browser.device({ viewport: phone }), links.participant, 'Louise Morel')
  const paul = await enter(await browser.device({ dark: true }), links.participant, 'Paul Dark')
  const wall = await (await browser.device({ viewport: { width: 1920, height: 1080 } })).open(links.screen)
  await shot(anim, 'a1'); await shot(louise, 'l1'); await shot(wall, 'w1')
  // veil and control
  await anim.press('button', 'Règles'); await shot(anim, 'a2-menu')
  await anim.press('button', 'Filtrer les contributions')
  await showAs(louise, 'Liste')
  await louise.see('Vos fiches attendent')
  await louise.press('button', /^Ajouter une fiche/); await louise.type('Une idée en attente'); await louise.keys('Enter'); await louise.type('Deuxième idée'); await louise.keys('Enter')
  await live(louise)
  await shot(louise, 'l2-waiting')
  await anim.press('button', /^Boîte d’attente/)
  await anim.see('Une idée en attente'); await shot(anim, 'a3-inbox')
  // drag
  const li = await anim.page.$('.inbox-card'); const b = await li.boundingBox()
  await anim.page.mouse.move(b.x + 40, b.y + 15); await anim.page.mouse.down(); await anim.page.mouse.move(b.x - 200, b.y + 60, { steps: 8 }); await anim.page.mouse.move(500, 500, { steps: 8 }); await anim.page.mouse.up()
  await new Promise((r) => setTimeout(r, 700))
  await shot(anim, 'a4-dropped')
  await anim.keys('Escape')
  await showAs(anim, 'Liste'); await shot(anim, 'a5-list')
  await showAs(anim, 'Planche')
  // priorities
  await anim.press('button', 'Priorités'); await anim.press('button', 'Ouvrir'); await shot(anim, 'a6-priorities'); await anim.press('button', 'Fermer')
  await louise.see('points sur 5'); await shot(louise, 'l3-points')
  await louise.press('button', /Répartir mes points/); await shot(louise, 'l4-giving'); 
  await (await louise.page.$$('.giving .stepper button'))[1].click(); await (await louise.page.$$('.giving .stepper button'))[1].click(); await (await louise.page.$$('.giving .stepper button'))[5].click()
  await shot(louise, 'l5-given'); await louise.press('button', 'Fermer')
  await anim.press('button', 'Priorités'); await anim.press('button', 'Montrer les points à tous'); await shot(anim, 'a7-shown'); await anim.press('button', 'Fermer')
  await shot(anim, 'a8-totals'); await shot(louise, 'l6-totals'); await shot(wall, 'w2-totals')
  // order and spotlight
  await anim.press('button', 'Présenter'); await anim.press('button', 'Ajouter à la suite'); await anim.press('button', 'Ajouter à la suite'); await shot(anim, 'a9-order')
  await anim.press('button', /^Mettre en vue/); await shot(anim, 'a10-spot'); await shot(louise, 'l7-spot'); await shot(wall, 'w3-spot'); if (paul) await shot(paul, 'p1-spot')
  await louise.keys('Escape'); await shot(louise, 'l8-hidden')
  await wall.keys('Escape', 'Escape', 'Escape'); await shot(wall, 'w4-escape')
  await anim.press('button', /Retirer de la vue/)
  // lead
  await anim.press('button', 'Mener'); await shot(anim, 'a11-lead'); await anim.press('button', 'Amener tout le monde ici'); await shot(anim, 'a12-led'); await shot(louise, 'l9-led'); if (paul) await shot(paul, 'p2-led')
  await anim.press('button', 'Minuteur'); await anim.press('button', '2 minutes'); await shot(paul ?? wall, 'p3-timer')
  // locks, merge, bin
  await anim.press('button', 'Verrous'); await shot(anim, 'a13-locks'); await anim.press('button', 'Fermer')
  await anim.press('button', 'Fondre deux fiches'); await shot(anim, 'a14-merge'); await anim.press('button', 'Fermer')
  await showAs(paul, 'Liste')
  await paul.activate('button', /^Ajouter une fiche/); for (let i=0;i<7;i++){ await paul.type('X'+i); await paul.keys('Enter') } ; await live(paul)
  await shot(paul,'p4-list')
  for (let i = 0; i < 7; i++) { await paul.activate('button', 'Actions X'+i); await paul.activate('button', 'Supprimer X'+i) }
  for (let i = 0; i < 0; i++) { await louise.until('x', () => document.querySelector('.list-card .list-actions button:nth-child(2)')); await louise.page.evaluate(() => { const b = [...document.querySelectorAll('.list-card .list-actions button:nth-child(2)')][3]; b.click() }); await louise.page.evaluate(() => [...document.querySelectorAll('.list-choices button')].at(-1).click()) ; await new Promise((r)=>setTimeout(r,150)) }
  await shot(anim, 'a15-deleted'); await shot(louise, 'l10-deleted')
  await anim.press('button', 'Corbeille'); await shot(anim, 'a16-bin'); await anim.press('button','Fermer')
  await anim.page.evaluate(() => localStorage.setItem('archipel.language','en')); await anim.reload(); await anim.see('Locks'); await shot(anim,'e1'); await anim.press('button','Bin'); await shot(anim,'e2-bin'); await anim.press('button','Close')
  await anim.page.setViewport(phone); await shot(anim,'e3-phone'); await anim.press('button', /^Inbox/); await shot(anim,'e4-phone-inbox')
} catch (e) { console.log(e.stack) } finally { await browser.browser.close(); await server.stop().catch((e) => console.log(String(e).slice(0,300))) }
