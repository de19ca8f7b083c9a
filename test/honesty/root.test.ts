import { expect, test } from 'vitest'
import { projectFiles, read } from './tree.ts'

test('the root holds the agreed folders and files, and dotfiles', () => {
  const agreed =
    /^(infra|functions|web|shared|test|cdk\.json|package\.json|package-lock\.json|README(\.en)?\.md|CHANGELOG\.md|SECURITY\.md|LICENSE|\..+)$/
  const root = [...new Set(projectFiles.map((file) => file.split('/')[0] ?? ''))]
  expect(root.filter((name) => !agreed.test(name))).toEqual([])
})

test('what is built or kept while running is no part of the project', () => {
  const ignored = read('.gitignore').split('\n')
  for (const folder of ['node_modules/', 'cdk.out/', '.local/', '.next/', '.build/'])
    expect(ignored).toContain(folder)
})
