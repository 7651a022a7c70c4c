// Property tests try other texts on every run, save where a run must be the same as the last one: CI judges a change, and
// what fails there has to fail again for whoever looks into it.
import fc from 'fast-check';

// Commands that tests run do what they are asked for, whatever was printed before.
process.env.CONCORD_CACHE = 'off';

if (process.env.CI) fc.configureGlobal({ seed: 1 });
