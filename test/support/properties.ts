import fc from 'fast-check'

// the same cases in every run, so that a change and not a throw of dice breaks a build; REDRESS_SEED looks for new ones
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.REDRESS_SEED ?? 20261120) })
