//! Runs that were left for another one, to be compared with it.

use facade::Classifier;
use spiral_lab::timeline::Record;
use wasm_bindgen::prelude::*;

use crate::{
    Session,
    changes::{Begun, beginning, write},
};

#[wasm_bindgen]
impl Session {
    /// Their numbers, the oldest first: eight at most.
    pub fn ghosts(&self) -> Vec<u32> {
        self.versions.ghosts().map(|(id, _)| id).collect()
    }

    /// The settings that one began with, and the text of its own points; nothing if there is none of this number.
    #[wasm_bindgen(js_name = ghostBeginning)]
    pub fn ghost_beginning(&self, id: u32) -> Option<Begun> {
        self.ghost(id).map(|record| beginning(record.experiment()))
    }

    /// What was changed on its way, as text.
    #[wasm_bindgen(js_name = ghostChanges)]
    pub fn ghost_changes(&self, id: u32) -> Option<String> {
        self.ghost(id).map(|record| write(record.experiment()))
    }

    /// Its last step, the loss of the linear classifier and of the network there, and how many buckets its losses have, of how
    /// many steps each.
    #[wasm_bindgen(js_name = ghostEnd)]
    pub fn ghost_end(&self, id: u32) -> Option<Vec<f64>> {
        let record = self.ghost(id)?;
        let [linear, network] = record.curves();
        let buckets = linear.buckets().len() as f64;
        Some(vec![record.end().into(), linear.last(), network.last(), buckets, linear.width().into()])
    }

    /// Where its losses start, as at `historyPointer`.
    #[wasm_bindgen(js_name = ghostPointer)]
    pub fn ghost_pointer(&self, id: u32, classifier: Classifier) -> *const f64 {
        self.ghost(id).map_or(std::ptr::null(), |record| record.curves()[classifier as usize].buckets().as_ptr().cast())
    }

    /// Goes on with one of them in the place of this run, which undo restores. Returns the step to go to, as `undo` does.
    #[wasm_bindgen(js_name = bringBack)]
    pub fn bring_back(&mut self, id: u32) -> Option<u32> {
        let data = self.data();
        let step = self.versions.bring_back(id);
        self.stands_elsewhere(data);
        step
    }

    /// Removes one of them.
    #[wasm_bindgen(js_name = forgetGhost)]
    pub fn forget_ghost(&mut self, id: u32) {
        self.versions.forget(id);
        self.version += 1;
    }
}

impl Session {
    pub(crate) fn ghost(&self, id: u32) -> Option<&Record> {
        self.versions.ghosts().find(|(other, _)| *other == id).map(|(_, record)| record)
    }
}
