// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${…} in a definition is CloudFormation's, not JavaScript's

/** Physical names of the toy assembly. Its region and account are those of the local cloud it is started with. */
export const TOY = {
  stack: 'toy',
  world: 'world',
  effects: 'effects',
  /** Asks for a token, pauses a second, notes that it went on. Input: {}. */
  work: 'work',
  /** Waits for the instant `due` of its input. Output: {due, fired}, both ISO texts. */
  wait: 'wait',
} as const

const workDefinition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:${Partition}:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: '${FunctionArn}',
        Payload: {
          execution: '{% $states.context.Execution.Name %}',
          token: '{% $states.context.Task.Token %}',
        },
      },
      TimeoutSeconds: 86_400,
      Next: 'Pause',
    },
    Pause: { Type: 'Wait', Seconds: 1, Next: 'Note' },
    Note: {
      Type: 'Task',
      Resource: 'arn:${Partition}:states:::lambda:invoke',
      Arguments: {
        FunctionName: '${FunctionArn}',
        Payload: { execution: '{% $states.context.Execution.Name %}' },
      },
      Retry: [
        {
          ErrorEquals: ['Lambda.ServiceException', 'Lambda.SdkClientException', 'Lambda.Unknown'],
          IntervalSeconds: 1,
          MaxAttempts: 5,
        },
      ],
      End: true,
    },
  },
}

const waitDefinition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Wait',
  States: {
    Wait: {
      Type: 'Wait',
      Timestamp: '{% $states.input.due %}',
      Output: { due: '{% $states.input.due %}', fired: '{% $now() %}' },
      End: true,
    },
  },
}

const arn = (id: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [id, attribute] })

const trust = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
})

function role(service: string, statements: object[]) {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust(service),
      Policies: [{ PolicyName: 'work', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    },
  }
}

const allow = (actions: string[], resource: unknown) => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resource,
})

function table(name: string, keys: string[], stream: boolean) {
  return {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      TableName: name,
      KeySchema: keys.map((key, index) => ({
        AttributeName: key,
        KeyType: index === 0 ? 'HASH' : 'RANGE',
      })),
      AttributeDefinitions: keys.map((key) => ({ AttributeName: key, AttributeType: 'S' })),
      BillingMode: 'PAY_PER_REQUEST',
      ...(stream && { StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } }),
      Replicas: [{ Region: { Ref: 'AWS::Region' } }],
    },
  }
}

function machine(name: string, definition: object) {
  return {
    Type: 'AWS::StepFunctions::StateMachine',
    DependsOn: ['MachineRole'],
    Properties: {
      StateMachineName: name,
      StateMachineType: 'STANDARD',
      RoleArn: arn('MachineRole'),
      DefinitionString: JSON.stringify(definition),
      DefinitionSubstitutions: { Partition: { Ref: 'AWS::Partition' }, FunctionArn: arn('WorkFunction') },
    },
  }
}

/** A template with a bit of everything that must outlive a kill; the function's code lies in `asset`. */
export const toyTemplate = (asset: string) => ({
  Resources: {
    WorldTable: table(TOY.world, ['pk', 'sk'], true),
    EffectTable: table(TOY.effects, ['effect'], false),
    FunctionRole: role('lambda.amazonaws.com', [
      allow(['dynamodb:UpdateItem'], arn('EffectTable')),
      allow(
        [
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:DescribeStream',
          'dynamodb:ListStreams',
        ],
        arn('WorldTable', 'StreamArn'),
      ),
    ]),
    WorkFunction: {
      Type: 'AWS::Lambda::Function',
      DependsOn: ['FunctionRole'],
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: `${asset}.zip` },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        MemorySize: 256,
        Timeout: 30,
        Role: arn('FunctionRole'),
        Environment: { Variables: { EFFECT_TABLE: { Ref: 'EffectTable' } } },
      },
      Metadata: { 'aws:asset:path': asset, 'aws:asset:property': 'Code' },
    },
    WorldStream: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: arn('WorldTable', 'StreamArn'),
        FunctionName: arn('WorkFunction'),
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 100,
      },
    },
    MachineRole: role('states.amazonaws.com', [allow(['lambda:InvokeFunction'], arn('WorkFunction'))]),
    WorkMachine: machine(TOY.work, workDefinition),
    WaitMachine: machine(TOY.wait, waitDefinition),
  },
})
