//! A look inside: every number of one step, worked out. Nothing here changes a run; each reader owns its own memory.
//!
//! | module | what it shows |
//! |---|---|
//! | [`point`] | one point, from its coordinates to its share of every gradient |
//! | [`phases`] | one step in its phases: forward, softmax, loss, gradients |
//! | [`check`] | each slope against (L(w + ε) − L(w − ε)) / 2ε |
//! | [`lines`] | where each hidden unit folds, and where a linear classifier's scores are 0 |
//! | [`units`] | on how many points each hidden unit is active, and which units matter most |
//! | [`ablation`] | the network without some of its hidden units |

mod forward;

pub mod point;

pub mod phases;

pub mod check;

pub mod lines;

pub mod units;

pub mod ablation;
