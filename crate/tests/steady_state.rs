//! Once warmed up, drawing asks the allocator for nothing.
#![expect(unsafe_code, reason = "counting allocations takes an allocator of one's own")]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

use spiral_lab::{
    network::Network,
    random::RandomState,
    regions::{Picture, Window},
};

/// The system's allocator, counting what each thread asks of it.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: hands every request on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.with(|count| count.set(count.get() + 1));
        // SAFETY: the caller keeps the promises that the system asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

#[test]
fn drawing_allocates_nothing_once_warmed_up() {
    let colours = [[1; 4], [2; 4], [3; 4]];
    for widths in [vec![2, 3], vec![2, 100, 3]] {
        let network = Network::random(&widths, &mut RandomState::new(0));
        let mut picture = Picture::default();
        let mut draw = || {
            picture.resize(90, 70);
            picture.paint(&network, &Window::square(1.2), &colours);
            picture.paint_soft(&network, &Window::square(1.2), &colours);
            picture.trace_boundary(&network, &Window::square(1.2));
        };
        draw();
        let before = ALLOCATIONS.with(Cell::get);
        for _ in 0..10 {
            draw();
        }
        assert_eq!(ALLOCATIONS.with(Cell::get), before, "{widths:?}");
    }
}
