import { CfnParameter, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import type { Construct } from 'constructs'
import type { Settings } from '../settings.ts'

/** A function's whole environment holds 4 KB: room for the keys of two rotations of any kind. */
const JWKS_MAX_LENGTH = 2500

/** Never resolves, so nobody issues in its name. */
const NO_OUTSIDE_ISSUER = 'https://none.chengyun.invalid'

/** 64 letters and digits hold 380 bits: more than any key that is derived from them. */
const SEED_LENGTH = 64

/**
 * Who may say who somebody is: the built-in issuer, unless the synthesis leaves it out, and the one of the parameters: a
 * city's own log-in or Cognito. The functions verify the tokens of either themselves.
 */
export class IdentityStack extends Stack {
  /** The issuer's public keys: a JWKS document as JSON text. */
  readonly jwks: string
  /** What the claim `iss` of a token must be. */
  readonly issuer: string
  /** What the built-in issuer's keys are derived from. Rotated by a new value: runbooks/identity.md. */
  readonly issuerSeed: Secret
  /** What the portal's keys are derived from: its secret as a client of the issuer, and its cookies'. */
  readonly portalSeed: Secret
  /** What seals the address of whoever the portal asks for: the portal's and the citizens' doors' alone. */
  readonly readerSeed: Secret

  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings }) {
    super(scope, id, props)
    this.issuerSeed = this.seed('IssuerSeed', 'Signs the tokens of the built-in issuer', props.settings)
    this.portalSeed = this.seed('PortalSeed', "The portal's own secrets", props.settings)
    this.readerSeed = this.seed('ReaderSeed', 'Seals for whom the portal asks', props.settings)
    this.jwks = new CfnParameter(this, 'IdentityJwks', {
      description:
        'The public keys of an outside issuer: a JWKS document as JSON text. None unless one is given',
      default: '{"keys":[]}',
      allowedPattern: '^\\s*\\{[\\s\\S]*"keys"[\\s\\S]*\\}\\s*$',
      constraintDescription: 'must be a JWKS document with public keys only: {"keys": [...]}',
      maxLength: JWKS_MAX_LENGTH,
    }).valueAsString
    this.issuer = new CfnParameter(this, 'IdentityIssuer', {
      description: 'What the claim iss of an outside issuer is, such as https://login.example.gov.cn',
      default: NO_OUTSIDE_ISSUER,
      minLength: 1,
      maxLength: 300,
    }).valueAsString
    // a stack needs a resource, and an operator a place to see whom the system trusts
    new StringParameter(this, 'Issuer', {
      description: 'The outside issuer that this installation trusts',
      stringValue: this.issuer,
    })
  }

  private seed(id: string, description: string, { production }: Settings) {
    return new Secret(this, id, {
      description,
      generateSecretString: { passwordLength: SEED_LENGTH, excludePunctuation: true },
      removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
  }
}
