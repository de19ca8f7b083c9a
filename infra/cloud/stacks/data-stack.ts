import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { PeopleTable } from '../data/people-table.ts'
import { PhotosBucket } from '../data/photos-bucket.ts'
import { PlatformTable } from '../data/platform-table.ts'
import { TenantTable } from '../data/tenant-table.ts'
import { UploadsBucket } from '../data/uploads-bucket.ts'
import type { Settings } from '../settings.ts'

/** The truth: cases and their history in one table, people in another, what stands above the counties in a third. */
export class DataStack extends Stack {
  readonly tenantTable: TenantTable
  readonly peopleTable: PeopleTable
  readonly platformTable: PlatformTable
  readonly uploads: UploadsBucket
  readonly photos: PhotosBucket

  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings }) {
    super(scope, id, props)
    this.tenantTable = new TenantTable(this, 'TenantTable', props.settings)
    this.peopleTable = new PeopleTable(this, 'PeopleTable', props.settings)
    this.platformTable = new PlatformTable(this, 'PlatformTable', props.settings)
    this.uploads = new UploadsBucket(this, 'Uploads', props.settings)
    this.photos = new PhotosBucket(this, 'Photos', props.settings)
  }
}
