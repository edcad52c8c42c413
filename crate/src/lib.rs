//! Two classifiers learn the same three-armed spiral: a **linear softmax classifier**, which with the
//! tutorial's settings sticks at 49 %, and a **two-layer ReLU network**, which reaches 98 %. This crate is all of their
//! mathematics; a page draws it.
//!
//! # The mathematics on one page
//!
//! One letter for each dimension, everywhere: **N** points in all, **D** = 2 inputs, **H** hidden units,
//! **K** classes. A row is a point, so X is N×D, W1 is D×H, W2 is H×K.
//!
//! ```text
//! hidden = max(0, X·W1 + b1)                     N×H   (the linear classifier leaves this line out)
//! scores = hidden·W2 + b2                        N×K
//! probs  = exp(scores) / Σ_k exp(scores)         N×K   softmax, each row by itself
//! loss   = −mean ln probs[i, label_i]  +  ½·reg·(Σ W1² + Σ W2²)
//!
//! dscores = (probs − 1[label]) / N               N×K   the gradient of the mean loss
//! dW2 = hiddenᵀ·dscores      db2 = Σ_i dscores
//! dhidden = dscores·W2ᵀ, and 0 where hidden ≤ 0
//! dW1 = Xᵀ·dhidden           db1 = Σ_i dhidden
//! W ← W − rate·(dW + reg·W)  b ← b − rate·db
//! ```
//!
//! It is the "minimal neural network case study" of Stanford's course CS231n
//! (<https://cs231n.github.io/neural-networks-case-study/>), number for number.
//!
//! ```
//! use spiral_lab::{run::{Classifier, Run}, settings::Settings};
//!
//! let mut run = Run::new(&Settings::default());
//! assert_eq!(format!("{:.6}", run.trainer(Classifier::Linear).loss()), "1.096919");
//! run.advance(200).expect("the tutorial's run stays finite");
//! assert!(run.trainer(Classifier::Linear).accuracy() > 0.48);
//! ```
//!
//! # Modules, in reading order
//!
//! 1. What is given: [`random`] is NumPy's stream of random numbers, [`numerals`] numbers as people write them,
//!    [`refusal`] why something is not done,
//!    [`activation`] what a hidden unit makes of its pre-activation, [`dataset`] points of many kinds, [`settings`] what decides a run, [`points`] those of one, [`network`] a classifier as data, [`parameter`] the address of one
//!    weight or bias.
//! 2. What is computed: [`kernel`] loss and gradients, [`held_out`] how a network does on points that it is not trained on, [`optimizer`] what a step makes of the gradients, [`script`] where the tutorial's script has no number for the loss,
//!    [`training`] a step, [`divergence`] why there is no next one, [`loss_curve`] the losses so far, [`run`] both classifiers in lock-step, [`experiment`] all that decides a run as one value, [`timeline`] any step of it again, [`check_code`]
//!    whether two runs are the same.
//! 3. What is shown: [`regions`] the picture of the plane, [`inspect`] every number of a step. The packages beside this one,
//!    in the folder facade, hand it all to JavaScript.

pub mod random;

pub mod numerals;

pub mod refusal;

pub mod activation;

pub mod dataset;

pub mod settings;

pub mod points;

pub mod network;

pub mod parameter;

pub mod kernel;

pub mod held_out;

pub mod optimizer;

pub mod script;

pub mod training;

pub mod divergence;

pub mod loss_curve;

pub mod run;

pub mod experiment;

pub mod timeline;

pub mod check_code;

pub mod regions;

pub mod inspect;
