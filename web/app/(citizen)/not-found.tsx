export { Nowhere as default } from '../../features/citizen/nowhere.tsx'
