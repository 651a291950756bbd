// Icons travel with the modules that show them: a module of src/views that names one (parts/icons.ts has them all)
// imports its shape, which is laid into the page as a symbol. A name that is a common word too may bring an icon along
// that nobody shows: a hundred bytes, and no list to keep.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const list = 'src/views/parts/icons.ts'

/** The esbuild plugin. */
export function icons(root) {
  const named = new Set([...readFileSync(join(root, list), 'utf8').matchAll(/^ {2}'([^']+)',$/gm)].map(([, name]) => name))
  return {
    name: 'icons',
    setup(build) {
      build.onLoad({ filter: /\/src\/views\/.*\.tsx?$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8')
        const loader = path.endsWith('x') ? 'tsx' : 'ts'
        if (path.endsWith(list)) return undefined
        const shown = [...named].filter((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`))
        return { contents: [text, ...shown.map((name) => `import 'icon:${name}'`)].join('\n'), loader }
      })
      build.onResolve({ filter: /^icon:/ }, ({ path }) => ({ path: path.slice(5), namespace: 'icon' }))
      build.onLoad({ filter: /./, namespace: 'icon' }, ({ path }) => ({
        contents: `import { layIcon } from './src/views/parts/sprite'\nlayIcon('${path}', '${shapes(root, path)}')`,
        resolveDir: root,
      }))
    },
  }
}

/** The shapes of an icon on one line: `path d=M0 0|circle cx=1&cy=2&r=3`. */
function shapes(root, name) {
  const svg = readFileSync(join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8')
  const [, inside] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)
  return [...inside.matchAll(/<(\w+)([^>]*?)\/>/g)]
    .map(([, shape, attributes]) => {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => `${key}=${value}`)
      return `${shape} ${pairs.join('&')}`
    })
    .join('|')
}

