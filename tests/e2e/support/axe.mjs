// What axe finds wrong with a page as it stands, each as one line that says where.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function violations(tab) {
  if (!(await tab.page.evaluate(() => 'axe' in globalThis))) await tab.page.evaluate(source)
  return tab.page.evaluate(async () => {
    // A colour on its way to another is nobody's contrast.
    for (const one of document.getAnimations()) if (one.effect.getTiming().iterations !== Infinity) one.finish()
    const { violations: all } = await globalThis.axe.run(document, { resultTypes: ['violations'] })
    return all.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all: every }) => `${id}: ${target.join(' ')}: ${[...any, ...every][0]?.message ?? ''}`),
    )
  })
}
