import { existsSync, readFileSync } from 'node:fs'
import { type LinesOnDisk, openLines } from './lines-on-disk.ts'
import type { Told } from './world/world.ts'

export type ToldLog = LinesOnDisk<Told>

export const openToldLog = (path: string): ToldLog => openLines(path)

export const readTold = (path: string): Told[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Told)
    : []
