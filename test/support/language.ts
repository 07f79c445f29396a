import { beforeAll } from 'vitest'
import { setLocale } from '../../src/shared/messages/runtime.js'

// an open workspace speaks its own language, also to the file of tests that the same process runs next
beforeAll(() => void setLocale('en', { reload: false }))
