const quietCells = 4

/** A QR code drawn from its rows of `0` and `1`, dark on light in every theme, since cameras need it so. */
export function QrPicture({ matrix, label }: { matrix: readonly string[]; label: string }) {
  const size = matrix.length + 2 * quietCells
  const path = matrix.flatMap((row, y) => row.split('').flatMap((cell, x) => (cell === '1' ? [`M${x + quietCells} ${y + quietCells}h1v1h-1z`] : []))).join('')
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="size-48 shrink-0 rounded-sm border">
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}
