//! Points from a table for the command line: columns x, y and label, a row for each point. What is taken of a table that is too
//! large, and which label is which class, is as on the page (`www/points/table/read.ts`).

use std::collections::{BTreeMap, BTreeSet};

use spiral_lab::dataset::{
    OwnPoint,
    own::{GRID, MOST, MOST_CLASSES, on_grid},
};

/// The header of a table that the page has saved.
const SAVED: [&str; 4] = ["x", "y", "class", "number"];

/// A row that is a point.
struct Row {
    line: usize,
    place: [f64; 2],
    label: String,
    /// What stands in the fourth column.
    number: String,
}

/// Reads the points of a table, and says what of them is not as it stands there.
///
/// # Errors
/// A sentence with the row, if it is no such table.
pub(super) fn read(path: &str) -> Result<(Vec<OwnPoint>, Vec<String>), String> {
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => format!("{path} is no text in UTF-8, so there is no table in it."),
        _ => format!("{path} cannot be read: {error}."),
    })?;
    parse(&text).map_err(|why| format!("{path}: {why}"))
}

fn parse(text: &str) -> Result<(Vec<OwnPoint>, Vec<String>), String> {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).trim(csv::Trim::All).from_reader(text.as_bytes());
    let (mut read, mut notes, mut is_saved) = (Vec::new(), Vec::new(), false);
    for (line, row) in (1..).zip(rows.records()) {
        let row = row.map_err(|error| format!("{error}."))?;
        let [Some(x), Some(y), Some(label)] = [0, 1, 2].map(|column| row.get(column)) else {
            return Err(format!("row {line} has no three columns: x, y, label."));
        };
        match [x, y].map(|text| text.parse::<f64>().ok().filter(|number| number.is_finite())) {
            [Some(x), Some(y)] => {
                let number = row.get(3).unwrap_or_default().to_owned();
                read.push(Row { line, place: [x, y], label: label_in(label), number });
            }
            // A first row without numbers names the columns.
            _ if line == 1 => is_saved = row == *SAVED.as_slice(),
            _ => return Err(format!("row {line} has \"{x}\" and \"{y}\" where x and y should be numbers.")),
        }
    }
    if read.is_empty() {
        return Err("there is no point in it.".into());
    }
    let numbers = is_saved.then(|| read.iter().map(|row| (&*row.label, &*row.number)));
    let (classes, different) = classes(&read, numbers.and_then(saved_numbers));
    read.retain(|row| classes.contains_key(&row.label));
    if different > classes.len() {
        notes.push(format!("Of {different} labels the {MOST_CLASSES} most frequent are taken."));
    }
    if read.len() > MOST {
        notes.push(format!("Of {} points {MOST} are taken, spread evenly over the table.", read.len()));
        let every = read.len() as f64 / MOST as f64;
        let mut kept = (0..MOST).map(|i| (i as f64 * every) as usize).peekable();
        let mut place = 0..;
        read.retain(|_| kept.next_if_eq(&place.next().unwrap_or(0)).is_some());
    }
    let mut points = Vec::with_capacity(read.len());
    let mut moved = false;
    for Row { line, place, label, .. } in &read {
        let [Some(x), Some(y)] = place.map(on_grid) else {
            return Err(format!("row {line} lies more than a million from 0."));
        };
        moved |= [x, y].map(|steps| f64::from(steps) / GRID) != *place;
        points.push(OwnPoint { x, y, label: classes[label] });
    }
    if moved {
        notes.push("Coordinates are rounded to 1/1024, as on the page.".into());
    }
    Ok((points, notes))
}

/// The same number is the same label, however it is written.
fn label_in(text: &str) -> String {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    number.map_or_else(|| text.to_owned(), |number| number.to_string())
}

/// The class of each label, and how many labels there are. Of too many the most frequent are taken; numbers are put in order, and
/// words stand in the order in which they come, unless `numbers` says which class each is.
fn classes(rows: &[Row], numbers: Option<BTreeMap<String, u8>>) -> (BTreeMap<String, u8>, usize) {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for Row { label, .. } in rows {
        match counts.iter_mut().find(|(known, _)| known == label) {
            Some((_, count)) => *count += 1,
            None => counts.push((label, 1)),
        }
    }
    let different = counts.len();
    let mut frequent: Vec<usize> = (0..different).collect();
    frequent.sort_by_key(|&i| std::cmp::Reverse(counts[i].1));
    frequent.truncate(usize::from(MOST_CLASSES));
    frequent.sort_unstable();
    let mut labels: Vec<&str> = frequent.into_iter().map(|i| counts[i].0).collect();
    let as_numbers: Option<Vec<f64>> = labels.iter().map(|label| label.parse().ok()).collect();
    if as_numbers.is_some() {
        labels.sort_by(|a, b| a.parse::<f64>().unwrap_or(0.0).total_cmp(&b.parse().unwrap_or(0.0)));
    }
    let in_order = || labels.iter().map(|&label| label.to_owned()).zip(0..).collect();
    (numbers.unwrap_or_else(in_order), different)
}

/// The class of each label as a table of the page says it beside the label; nothing if that is no class, or not one for each.
fn saved_numbers<'a>(rows: impl Iterator<Item = (&'a str, &'a str)>) -> Option<BTreeMap<String, u8>> {
    let mut all = BTreeMap::new();
    for (label, number) in rows {
        let number = number.parse().ok().filter(|&number: &u8| number < MOST_CLASSES)?;
        if *all.entry(label.to_owned()).or_insert(number) != number {
            return None;
        }
    }
    let different: BTreeSet<u8> = all.values().copied().collect();
    (different.len() == all.len()).then_some(all)
}
