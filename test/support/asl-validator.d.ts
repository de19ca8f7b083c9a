/** asl-validator brings no types; this much of it is used. */
declare module 'asl-validator' {
  export default function validate(definition: unknown): { isValid: boolean; errors: unknown[] }
}
