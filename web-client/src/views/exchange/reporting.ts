// A board's report as a file: with its picture, on white.
import type { Board } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { drawBoard } from './look'
import { reportText } from './odt'
import { pngOf } from './picture'
import { isReported, reportOf } from './report'
import { reportPage } from './reporthtml'
import { svgOf } from './svg'

export interface Reported {
  readonly file: string | Blob
  readonly type: string
  /** Cards that are not everybody's, which it leaves out. */
  readonly left: number
}

export async function reportAsPage(session: WorkshopSession, board: Board): Promise<Reported> {
  const report = reportOf(session, board)
  const picture = svgOf(await drawn(session, board), board.title)
  return { file: reportPage(report, picture), type: 'text/html;charset=utf-8', left: report.left }
}

export async function reportAsText(session: WorkshopSession, board: Board): Promise<Reported> {
  const report = reportOf(session, board)
  const drawing = await drawn(session, board)
  const png = await pngOf(drawing)
  const { width, height } = drawing.frame
  const picture = png && { png: new Uint8Array(await png.arrayBuffer()), width, height }
  const bytes = reportText(report, picture, new Date(session.serverNow()))
  const type = 'application/vnd.oasis.opendocument.text'
  return { file: new Blob([bytes as Uint8Array<ArrayBuffer>], { type }), type, left: report.left }
}

function drawn(session: WorkshopSession, board: Board) {
  return drawBoard(session, board, { keeps: isReported, light: true })
}
