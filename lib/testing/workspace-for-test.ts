import { database } from '@/lib/data/database'

/** A workspace that nobody opens: for tests of what is stored about its flows. */
export async function insertWorkspaceForTest(name = 'Dev', kind: 'adobe' | 'practice' = 'adobe'): Promise<string> {
  const key = await database().dataKey.create({ data: { masterKeyId: 'k', wrapped: new Uint8Array(1) } })
  const secret = await database().secret.create({ data: { dataKeyId: key.id, sealed: new Uint8Array(1) } })
  const { id } = await database().workspace.create({
    data: {
      name, kind, platformOrigin: 'https://platform.adobe.io', imsOrigin: 'https://ims-na1.adobelogin.com',
      orgId: 'ACME@AdobeOrg', clientId: 'c', clientSecretId: secret.id, scopes: 'openid', sandbox: 'dev',
    },
  })
  return id
}

/** Forgets all workspaces and all that hangs on them. */
export async function forgetWorkspaces(): Promise<void> {
  await database().$executeRaw`TRUNCATE workspace, data_key, secret, flow, run, workspace_sync CASCADE`
}
