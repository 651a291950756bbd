// The keys there are, in the page.
import { Dialog } from '../parts/Dialog'
import { adoptStyle } from '../parts/style'
import style from './help.css' with { type: 'text' }
import { k, keysOf } from './helpwords'

adoptStyle(style)

export default function Help({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={k('title')} onClose={onClose}>
      {keysOf().map(([heading, rows]) => (
        <section key={heading} class="help">
          <h3>{heading}</h3>
          <dl>
            {rows.map(([keys, what]) => (
              <div key={what}>
                <dt>
                  {keys.split(' / ').map((one, at) => (
                    <>
                      {at > 0 && ' / '}
                      <kbd>{one}</kbd>
                    </>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
