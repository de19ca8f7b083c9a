/** Nine grid cells, the upper right one lifted out as a cloud. Drawn in the colour of the text around it. */
export function Logo() {
  const cells = [
    [1, 9],
    [9, 9],
    [1, 17],
    [9, 17],
    [17, 17],
    [1, 1],
    [9, 1],
    [17, 9],
  ]
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      {cells.map(([x, y]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width="6" height="6" rx="1" />
      ))}
      <path d="M18.2 6.5a1.7 1.7 0 0 1-.3-3.4 2.3 2.3 0 0 1 4.3-.6 2 2 0 0 1-.2 4z" />
    </svg>
  )
}
