import { expect, test } from 'vitest'
import { practiceWorkspaceChange, workspaceChange, workspaceInput } from './workspace-input'

const good = {
  name: ' Acme production ',
  platformOrigin: 'https://platform.adobe.io',
  imsOrigin: 'https://ims-na1.adobelogin.com',
  orgId: '1234ABCD5678@AdobeOrg',
  clientId: '0f1e2d3c',
  clientSecret: 'p8e-secret',
  scopes: 'openid, AdobeID\nsession',
  sandbox: 'dev',
}

const problemsOf = (change: Record<string, unknown>) => {
  const result = workspaceInput.safeParse({ ...good, ...change })
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('a good entry is taken, tidied', () => {
  expect(workspaceInput.parse(good)).toMatchObject({ name: 'Acme production', scopes: 'openid,AdobeID,session' })
})

test.each([
  [{ name: ' ' }, 'name: workspaces.problems.nameMissing'],
  [{ platformOrigin: 'https://platform.adobe.io.evil.example' }, 'platformOrigin: workspaces.problems.platformUnknown'],
  [{ platformOrigin: 'http://127.0.0.1:4010' }, 'platformOrigin: workspaces.problems.platformUnknown'],
  [{ imsOrigin: 'https://platform.adobe.io' }, 'imsOrigin: workspaces.problems.imsUnknown'],
  [{ orgId: '1234ABCD5678' }, 'orgId: workspaces.problems.orgId'],
  [{ orgId: 'x@AdobeOrg\r\nx-evil: 1' }, 'orgId: workspaces.problems.orgId'],
  [{ clientId: 'a b' }, 'clientId: workspaces.problems.clientId'],
  [{ clientSecret: '' }, 'clientSecret: workspaces.problems.secretMissing'],
  [{ scopes: ' ' }, 'scopes: workspaces.problems.scopesMissing'],
  [{ scopes: 'openid; AdobeID' }, 'scopes: workspaces.problems.scopes'],
  [{ sandbox: 'Prod' }, 'sandbox: workspaces.problems.sandbox'],
  [{ sandbox: '*' }, 'sandbox: workspaces.problems.sandbox'],
])('%j is refused beside its field', (change, problem) => {
  expect(problemsOf(change)).toContain(problem)
})

test('a change without a secret leaves the secret alone', () => {
  expect(workspaceChange.parse({ ...good, clientSecret: '' }).clientSecret).toBeUndefined()
  expect(workspaceChange.parse({ ...good, clientSecret: 'new' }).clientSecret).toBe('new')
})

test('of the practice workspace nothing but name and sandbox is taken', () => {
  expect(practiceWorkspaceChange.parse(good)).toEqual({ name: 'Acme production', sandbox: 'dev' })
})
