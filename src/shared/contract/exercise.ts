import { z } from 'zod'
import { noInput, read, write } from './procedure'
import type { Instant } from '../values/flavours'

/** What the exercise asks of the workspace's own records. */
export const exerciseKinds = ['order-late', 'order-took', 'promise-took', 'spoken', 'replied'] as const
export type ExerciseKind = (typeof exerciseKinds)[number]

/** One question, without its answer. */
export interface ExerciseQuestion {
  /** What it is about; names the record from which its answer comes. */
  key: string
  kind: ExerciseKind
  /** The record's title, or the year in which somebody was spoken with. */
  about: string
  customer: string
  unit: 'days' | 'hours' | 'count'
}

/** How one exercise went: each answer with the truth, as it was when it was asked. */
export interface ExerciseAnswer {
  key: string
  kind: ExerciseKind
  about: string
  customer: string
  low: number
  high: number
  truth: number
}
export interface Exercise {
  id: string
  takenAt: Instant
  advocate: string
  held: number
  asked: number
  answers: ExerciseAnswer[]
}

/** How many questions an exercise has. */
export const exerciseLength = 20

export const exerciseProcedures = {
  /** At most twenty questions whose answers the workspace knows; `turn` draws others. Fewer where it knows less. */
  'exercise.questions': read<ExerciseQuestion[]>()(z.strictObject({ turn: z.number().int().min(0).max(1e6) })),
  /** Holds ranges against the truth, and keeps how many held. */
  'exercise.finish': write<Exercise>()(
    z.strictObject({
      answers: z
        .array(
          z.strictObject({ key: z.string().max(100), low: z.number().min(-1e12).max(1e12), high: z.number().min(-1e12).max(1e12) })
        )
        .min(1)
        .max(exerciseLength)
    })
  ),
  /** The exercises of whoever is at work, the newest first. */
  'exercise.taken': read<Exercise[]>()(noInput)
}
