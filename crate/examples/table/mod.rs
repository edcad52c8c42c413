//! Points from a table for the command line: columns x, y and label, a row for each point.

use std::collections::BTreeMap;

use spiral_lab::dataset::{
    OwnPoint,
    own::{GRID, MOST, MOST_CLASSES, on_grid},
};

/// Reads the points of a table, and says what of them is not as it stands there.
///
/// # Errors
/// A sentence with the row, if it is no such table.
pub(super) fn read(path: &str) -> Result<(Vec<OwnPoint>, Vec<String>), String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path} cannot be read: {error}."))?;
    parse(&text).map_err(|why| format!("{path}: {why}"))
}

fn parse(text: &str) -> Result<(Vec<OwnPoint>, Vec<String>), String> {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).trim(csv::Trim::All).from_reader(text.as_bytes());
    let (mut read, mut notes) = (Vec::new(), Vec::new());
    for (line, row) in (1..).zip(rows.records()) {
        let row = row.map_err(|error| format!("{error}."))?;
        let [Some(x), Some(y), Some(label)] = [0, 1, 2].map(|column| row.get(column)) else {
            return Err(format!("row {line} has no three columns: x, y, label."));
        };
        match [x, y].map(|text| text.parse::<f64>().ok().filter(|number| number.is_finite())) {
            [Some(x), Some(y)] => read.push((line, [x, y], label.to_owned())),
            // A first row without numbers names the columns.
            _ if line == 1 => {}
            _ => return Err(format!("row {line} has \"{x}\" and \"{y}\" where x and y should be numbers.")),
        }
    }
    if read.is_empty() {
        return Err("there is no point in it.".into());
    }
    if read.len() > MOST {
        notes.push(format!("Of {} points the first {MOST} are taken.", read.len()));
        read.truncate(MOST);
    }
    let classes = classes(read.iter().map(|(.., label)| &**label))?;
    let mut points = Vec::with_capacity(read.len());
    let mut moved = false;
    for (line, place, label) in &read {
        let [Some(x), Some(y)] = place.map(on_grid) else {
            return Err(format!("row {line} lies more than a million from 0."));
        };
        moved |= [x, y].map(|steps| f64::from(steps) / GRID) != *place;
        points.push(OwnPoint { x, y, label: classes[&**label] });
    }
    if moved {
        notes.push("Coordinates are rounded to 1/1024, as on the page.".into());
    }
    Ok((points, notes))
}

/// The class of each label: a whole number from 0 on is its own, and names are counted in the order in which they come.
fn classes<'a>(labels: impl Iterator<Item = &'a str> + Clone) -> Result<BTreeMap<&'a str, u8>, String> {
    let own = |label: &str| label.parse::<u8>().ok().filter(|&label| label < MOST_CLASSES);
    let mut classes = BTreeMap::new();
    let are_numbers = labels.clone().all(|label| own(label).is_some());
    for label in labels {
        let next = u8::try_from(classes.len()).unwrap_or(u8::MAX);
        classes.entry(label).or_insert_with(|| own(label).filter(|_| are_numbers).unwrap_or(next));
    }
    if classes.len() > usize::from(MOST_CLASSES) {
        return Err(format!("there are {} labels, and {MOST_CLASSES} classes at most.", classes.len()));
    }
    Ok(classes)
}
