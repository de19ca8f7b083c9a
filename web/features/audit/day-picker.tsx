import type { Text } from '../../text/text.ts'
import buttons from '../../ui/button.module.css'
import picker from '../statistics/period-picker.module.css'

interface DayPickerProps {
  path: string
  date: string
  text: Text['audit']
}

export function DayPicker({ path, date, text }: DayPickerProps) {
  return (
    <form className={picker.alone} action={path} method="get">
      <label className={picker.label}>
        {text.date}
        <input className={picker.control} type="date" name="date" defaultValue={date} />
      </label>
      <button className={buttons.plain} type="submit">
        {text.show}
      </button>
    </form>
  )
}
