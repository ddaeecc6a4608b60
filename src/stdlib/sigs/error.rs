//! `std::error`: the `Error` trait. What turns into a `Box<dyn Error>` stands with `Box`.

use crate::fmt::{Debug, Display};

pub trait Error: Debug + Display {
    fn source(&self) -> Option<&(dyn Error + 'static)> {}
    fn description(&self) -> &str {}
    fn cause(&self) -> Option<&dyn Error> {}
}

impl dyn Error {
    pub fn is<T: Error + 'static>(&self) -> bool {}
    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {}
    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {}
    pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error>> {}
}
impl dyn Error + Send {
    pub fn is<T: Error + 'static>(&self) -> bool {}
    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {}
    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {}
    pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error + Send>> {}
}
impl dyn Error + Send + Sync {
    pub fn is<T: Error + 'static>(&self) -> bool {}
    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {}
    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {}
    pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error + Send + Sync>> {}
}

impl<'a, T: Error + ?Sized> Error for &'a T {}
impl Error for ! {}
impl Error for crate::alloc::LayoutError {}
impl Error for crate::convert::Infallible {}
impl Error for crate::slice::GetDisjointMutError {}
