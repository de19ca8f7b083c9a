/** In lists the county and the year go without saying: `…1124-00017`. The whole number stays readable to machines. */
export function ShortCaseNumber({ number }: { number: string }) {
  return (
    <span className="figures" title={number}>
      <span aria-hidden="true">
        …{number.slice(10, 14)}-{number.slice(14)}
      </span>
      <span className="hidden-text">{number}</span>
    </span>
  )
}
