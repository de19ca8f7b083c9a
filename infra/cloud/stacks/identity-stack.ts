import { CfnParameter, Stack, type StackProps } from 'aws-cdk-lib'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import type { Construct } from 'constructs'

/** A function's whole environment holds 4 KB: room for the keys of two rotations of any kind. */
const JWKS_MAX_LENGTH = 2500

/**
 * Who may say who somebody is. The issuer is a parameter: the built-in one, a city's own log-in or Cognito serve alike,
 * and the functions verify its tokens themselves.
 */
export class IdentityStack extends Stack {
  /** The issuer's public keys: a JWKS document as JSON text. */
  readonly jwks: string
  /** What the claim `iss` of a token must be. */
  readonly issuer: string

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props)
    this.jwks = new CfnParameter(this, 'IdentityJwks', {
      description: "The identity issuer's public keys: a JWKS document as JSON text",
      allowedPattern: '^\\s*\\{[\\s\\S]*"keys"[\\s\\S]*\\}\\s*$',
      constraintDescription: 'must be a JWKS document with public keys only: {"keys": [...]}',
      maxLength: JWKS_MAX_LENGTH,
    }).valueAsString
    this.issuer = new CfnParameter(this, 'IdentityIssuer', {
      description: 'What the claim iss of every token must be, such as https://login.example.gov.cn',
      minLength: 1,
      maxLength: 300,
    }).valueAsString
    // a stack needs a resource, and an operator a place to see whom the system trusts
    new StringParameter(this, 'Issuer', {
      description: 'The identity issuer that this installation trusts',
      stringValue: this.issuer,
    })
  }
}
