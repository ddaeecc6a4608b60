//! `std::os`: what only some platforms have. All of it is declared, whatever the platform.

pub mod raw {
    pub use crate::ffi::{c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort, c_void};
}

pub mod fd {
    use crate::fs::File;
    use crate::io::{self, IsTerminal, PipeReader, PipeWriter, Stderr, StderrLock, Stdin, StdinLock, Stdout, StdoutLock};
    use crate::net::{TcpListener, TcpStream, UdpSocket};
    use crate::os::unix::net::{UnixDatagram, UnixListener, UnixStream};
    use crate::process::{ChildStderr, ChildStdin, ChildStdout, Stdio};
    use crate::rc::Rc;
    use crate::sync::Arc;

    pub type RawFd = i32;
    #[derive(Debug)]
    pub struct OwnedFd {}
    #[derive(Copy, Clone, Debug)]
    pub struct BorrowedFd<'fd> {}

    pub trait AsFd {
        fn as_fd(&self) -> BorrowedFd<'_>;
    }
    pub trait AsRawFd {
        fn as_raw_fd(&self) -> RawFd;
    }
    pub trait FromRawFd {
        unsafe fn from_raw_fd(fd: RawFd) -> Self;
    }
    pub trait IntoRawFd {
        fn into_raw_fd(self) -> RawFd;
    }
    impl OwnedFd {
        pub fn try_clone(&self) -> io::Result<Self> {}
    }
    impl BorrowedFd<'_> {
        pub const unsafe fn borrow_raw(fd: RawFd) -> Self {}
        pub fn try_clone_to_owned(&self) -> io::Result<OwnedFd> {}
    }
    impl IsTerminal for OwnedFd {}
    impl IsTerminal for BorrowedFd<'_> {}
    impl AsFd for BorrowedFd<'_> {}
    impl AsRawFd for BorrowedFd<'_> {}
    impl AsRawFd for RawFd {}
    impl FromRawFd for RawFd {}
    impl IntoRawFd for RawFd {}
    impl<T: AsFd + ?Sized> AsFd for &T {}
    impl<T: AsFd + ?Sized> AsFd for &mut T {}
    impl<T: AsFd + ?Sized> AsFd for Box<T> {}
    impl<T: AsFd + ?Sized> AsFd for Rc<T> {}
    impl<T: AsFd + ?Sized> AsFd for Arc<T> {}
    impl<T: AsRawFd> AsRawFd for Box<T> {}
    impl<T: AsRawFd> AsRawFd for Rc<T> {}
    impl<T: AsRawFd> AsRawFd for Arc<T> {}
    impl From<OwnedFd> for Stdio {}
    impl FromRawFd for Stdio {}
    impl AsFd for Stdin {}
    impl AsRawFd for Stdin {}
    impl<'a> AsFd for StdinLock<'a> {}
    impl<'a> AsRawFd for StdinLock<'a> {}
    impl AsFd for Stdout {}
    impl AsRawFd for Stdout {}
    impl<'a> AsFd for StdoutLock<'a> {}
    impl<'a> AsRawFd for StdoutLock<'a> {}
    impl AsFd for Stderr {}
    impl AsRawFd for Stderr {}
    impl<'a> AsFd for StderrLock<'a> {}
    impl<'a> AsRawFd for StderrLock<'a> {}
    impl AsFd for OwnedFd {}
    impl AsRawFd for OwnedFd {}
    impl IntoRawFd for OwnedFd {}
    impl FromRawFd for OwnedFd {}
    impl AsFd for File {}
    impl AsRawFd for File {}
    impl IntoRawFd for File {}
    impl FromRawFd for File {}
    impl From<OwnedFd> for File {}
    impl From<File> for OwnedFd {}
    impl AsFd for PipeReader {}
    impl AsRawFd for PipeReader {}
    impl IntoRawFd for PipeReader {}
    impl FromRawFd for PipeReader {}
    impl From<OwnedFd> for PipeReader {}
    impl From<PipeReader> for OwnedFd {}
    impl AsFd for PipeWriter {}
    impl AsRawFd for PipeWriter {}
    impl IntoRawFd for PipeWriter {}
    impl FromRawFd for PipeWriter {}
    impl From<OwnedFd> for PipeWriter {}
    impl From<PipeWriter> for OwnedFd {}
    impl AsFd for TcpListener {}
    impl AsRawFd for TcpListener {}
    impl IntoRawFd for TcpListener {}
    impl FromRawFd for TcpListener {}
    impl From<OwnedFd> for TcpListener {}
    impl From<TcpListener> for OwnedFd {}
    impl AsFd for TcpStream {}
    impl AsRawFd for TcpStream {}
    impl IntoRawFd for TcpStream {}
    impl FromRawFd for TcpStream {}
    impl From<OwnedFd> for TcpStream {}
    impl From<TcpStream> for OwnedFd {}
    impl AsFd for UdpSocket {}
    impl AsRawFd for UdpSocket {}
    impl IntoRawFd for UdpSocket {}
    impl FromRawFd for UdpSocket {}
    impl From<OwnedFd> for UdpSocket {}
    impl From<UdpSocket> for OwnedFd {}
    impl AsFd for UnixDatagram {}
    impl AsRawFd for UnixDatagram {}
    impl IntoRawFd for UnixDatagram {}
    impl FromRawFd for UnixDatagram {}
    impl From<OwnedFd> for UnixDatagram {}
    impl From<UnixDatagram> for OwnedFd {}
    impl AsFd for UnixListener {}
    impl AsRawFd for UnixListener {}
    impl IntoRawFd for UnixListener {}
    impl FromRawFd for UnixListener {}
    impl From<OwnedFd> for UnixListener {}
    impl From<UnixListener> for OwnedFd {}
    impl AsFd for UnixStream {}
    impl AsRawFd for UnixStream {}
    impl IntoRawFd for UnixStream {}
    impl FromRawFd for UnixStream {}
    impl From<OwnedFd> for UnixStream {}
    impl From<UnixStream> for OwnedFd {}
    impl AsFd for ChildStdin {}
    impl AsRawFd for ChildStdin {}
    impl IntoRawFd for ChildStdin {}
    impl From<OwnedFd> for ChildStdin {}
    impl From<ChildStdin> for OwnedFd {}
    impl AsFd for ChildStdout {}
    impl AsRawFd for ChildStdout {}
    impl IntoRawFd for ChildStdout {}
    impl From<OwnedFd> for ChildStdout {}
    impl From<ChildStdout> for OwnedFd {}
    impl AsFd for ChildStderr {}
    impl AsRawFd for ChildStderr {}
    impl IntoRawFd for ChildStderr {}
    impl From<OwnedFd> for ChildStderr {}
    impl From<ChildStderr> for OwnedFd {}
}

pub mod unix {
    pub mod prelude {
        pub use super::ffi::{OsStrExt, OsStringExt};
        pub use super::fs::{DirEntryExt, FileExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt};
        pub use super::io::{AsFd, AsRawFd, BorrowedFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
        pub use super::process::{CommandExt, ExitStatusExt};
        pub use super::thread::JoinHandleExt;
    }

    pub mod io {
        pub use crate::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
    }

    pub mod ffi {
        use crate::ffi::{OsStr, OsString};

        pub trait OsStrExt {
            fn from_bytes(slice: &[u8]) -> &Self;
            fn as_bytes(&self) -> &[u8];
        }
        pub trait OsStringExt {
            fn from_vec(vec: Vec<u8>) -> Self;
            fn into_vec(self) -> Vec<u8>;
        }
        impl OsStrExt for OsStr {}
        impl OsStringExt for OsString {}
    }

    pub mod fs {
        use crate::fs::{DirBuilder, DirEntry, File, FileType, Metadata, OpenOptions, Permissions};
        use crate::io;
        use crate::path::Path;

        pub fn symlink<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()> {}
        pub fn chown<P: AsRef<Path>>(dir: P, uid: Option<u32>, gid: Option<u32>) -> io::Result<()> {}
        pub fn fchown<F: crate::os::fd::AsFd>(fd: F, uid: Option<u32>, gid: Option<u32>) -> io::Result<()> {}
        pub fn lchown<P: AsRef<Path>>(dir: P, uid: Option<u32>, gid: Option<u32>) -> io::Result<()> {}
        pub fn chroot<P: AsRef<Path>>(dir: P) -> io::Result<()> {}

        pub trait FileExt {
            fn read_at(&self, buf: &mut [u8], offset: u64) -> io::Result<usize>;
            fn read_exact_at(&self, buf: &mut [u8], offset: u64) -> io::Result<()> {}
            fn write_at(&self, buf: &[u8], offset: u64) -> io::Result<usize>;
            fn write_all_at(&self, buf: &[u8], offset: u64) -> io::Result<()> {}
        }
        pub trait PermissionsExt {
            fn mode(&self) -> u32;
            fn set_mode(&mut self, mode: u32);
            fn from_mode(mode: u32) -> Self;
        }
        pub trait OpenOptionsExt {
            fn mode(&mut self, mode: u32) -> &mut Self;
            fn custom_flags(&mut self, flags: i32) -> &mut Self;
        }
        pub trait MetadataExt {
            fn dev(&self) -> u64;
            fn ino(&self) -> u64;
            fn mode(&self) -> u32;
            fn nlink(&self) -> u64;
            fn uid(&self) -> u32;
            fn gid(&self) -> u32;
            fn rdev(&self) -> u64;
            fn size(&self) -> u64;
            fn atime(&self) -> i64;
            fn atime_nsec(&self) -> i64;
            fn mtime(&self) -> i64;
            fn mtime_nsec(&self) -> i64;
            fn ctime(&self) -> i64;
            fn ctime_nsec(&self) -> i64;
            fn blksize(&self) -> u64;
            fn blocks(&self) -> u64;
        }
        pub trait FileTypeExt {
            fn is_block_device(&self) -> bool;
            fn is_char_device(&self) -> bool;
            fn is_fifo(&self) -> bool;
            fn is_socket(&self) -> bool;
        }
        pub trait DirEntryExt {
            fn ino(&self) -> u64;
        }
        pub trait DirBuilderExt {
            fn mode(&mut self, mode: u32) -> &mut Self;
        }
        impl FileExt for File {}
        impl PermissionsExt for Permissions {}
        impl OpenOptionsExt for OpenOptions {}
        impl MetadataExt for Metadata {}
        impl FileTypeExt for FileType {}
        impl DirEntryExt for DirEntry {}
        impl DirBuilderExt for DirBuilder {}
    }

    pub mod process {
        use crate::ffi::OsStr;
        use crate::io;
        use crate::process::{Command, ExitStatus};

        pub fn parent_id() -> u32 {}

        pub trait CommandExt {
            fn uid(&mut self, id: u32) -> &mut Command;
            fn gid(&mut self, id: u32) -> &mut Command;
            unsafe fn pre_exec<F>(&mut self, f: F) -> &mut Command where F: FnMut() -> io::Result<()> + Send + Sync + 'static;
            fn before_exec<F>(&mut self, f: F) -> &mut Command where F: FnMut() -> io::Result<()> + Send + Sync + 'static {}
            fn exec(&mut self) -> io::Error;
            fn arg0<S>(&mut self, arg: S) -> &mut Command where S: AsRef<OsStr>;
            fn process_group(&mut self, pgroup: i32) -> &mut Command;
        }
        pub trait ExitStatusExt {
            fn from_raw(raw: i32) -> Self;
            fn signal(&self) -> Option<i32>;
            fn core_dumped(&self) -> bool;
            fn stopped_signal(&self) -> Option<i32>;
            fn continued(&self) -> bool;
            fn into_raw(self) -> i32;
        }
        impl CommandExt for Command {}
        impl ExitStatusExt for ExitStatus {}
    }

    pub mod thread {
        use crate::thread::JoinHandle;

        pub type RawPthread = u64;
        pub trait JoinHandleExt {
            fn as_pthread_t(&self) -> RawPthread;
            fn into_pthread_t(self) -> RawPthread;
        }
        impl<T> JoinHandleExt for JoinHandle<T> {}
    }

    pub mod net {
        use crate::fmt;
        use crate::io::{self, Read, Write};
        use crate::net::Shutdown;
        use crate::path::Path;
        use crate::time::Duration;

        #[derive(Clone)]
        pub struct SocketAddr {}
        pub struct UnixStream {}
        pub struct UnixListener {}
        pub struct UnixDatagram {}
        #[derive(Debug)]
        pub struct Incoming<'a> {}

        impl SocketAddr {
            pub fn from_pathname<P>(path: P) -> io::Result<SocketAddr> where P: AsRef<Path> {}
            pub fn is_unnamed(&self) -> bool {}
            pub fn as_pathname(&self) -> Option<&Path> {}
        }
        impl UnixStream {
            pub fn connect<P: AsRef<Path>>(path: P) -> io::Result<UnixStream> {}
            pub fn connect_addr(socket_addr: &SocketAddr) -> io::Result<UnixStream> {}
            pub fn pair() -> io::Result<(UnixStream, UnixStream)> {}
            pub fn try_clone(&self) -> io::Result<UnixStream> {}
            pub fn local_addr(&self) -> io::Result<SocketAddr> {}
            pub fn peer_addr(&self) -> io::Result<SocketAddr> {}
            pub fn set_read_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {}
            pub fn set_write_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {}
            pub fn read_timeout(&self) -> io::Result<Option<Duration>> {}
            pub fn write_timeout(&self) -> io::Result<Option<Duration>> {}
            pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()> {}
            pub fn take_error(&self) -> io::Result<Option<io::Error>> {}
            pub fn shutdown(&self, how: Shutdown) -> io::Result<()> {}
        }
        impl UnixListener {
            pub fn bind<P: AsRef<Path>>(path: P) -> io::Result<UnixListener> {}
            pub fn bind_addr(socket_addr: &SocketAddr) -> io::Result<UnixListener> {}
            pub fn accept(&self) -> io::Result<(UnixStream, SocketAddr)> {}
            pub fn try_clone(&self) -> io::Result<UnixListener> {}
            pub fn local_addr(&self) -> io::Result<SocketAddr> {}
            pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()> {}
            pub fn take_error(&self) -> io::Result<Option<io::Error>> {}
            pub fn incoming(&self) -> Incoming<'_> {}
        }
        impl UnixDatagram {
            pub fn bind<P: AsRef<Path>>(path: P) -> io::Result<UnixDatagram> {}
            pub fn bind_addr(socket_addr: &SocketAddr) -> io::Result<UnixDatagram> {}
            pub fn unbound() -> io::Result<UnixDatagram> {}
            pub fn pair() -> io::Result<(UnixDatagram, UnixDatagram)> {}
            pub fn connect<P: AsRef<Path>>(&self, path: P) -> io::Result<()> {}
            pub fn connect_addr(&self, socket_addr: &SocketAddr) -> io::Result<()> {}
            pub fn try_clone(&self) -> io::Result<UnixDatagram> {}
            pub fn local_addr(&self) -> io::Result<SocketAddr> {}
            pub fn peer_addr(&self) -> io::Result<SocketAddr> {}
            pub fn recv_from(&self, buf: &mut [u8]) -> io::Result<(usize, SocketAddr)> {}
            pub fn recv(&self, buf: &mut [u8]) -> io::Result<usize> {}
            pub fn send_to<P: AsRef<Path>>(&self, buf: &[u8], path: P) -> io::Result<usize> {}
            pub fn send_to_addr(&self, buf: &[u8], socket_addr: &SocketAddr) -> io::Result<usize> {}
            pub fn send(&self, buf: &[u8]) -> io::Result<usize> {}
            pub fn set_read_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {}
            pub fn set_write_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {}
            pub fn read_timeout(&self) -> io::Result<Option<Duration>> {}
            pub fn write_timeout(&self) -> io::Result<Option<Duration>> {}
            pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()> {}
            pub fn take_error(&self) -> io::Result<Option<io::Error>> {}
            pub fn shutdown(&self, how: Shutdown) -> io::Result<()> {}
        }
        impl Read for UnixStream {}
        impl<'a> Read for &'a UnixStream {}
        impl Write for UnixStream {}
        impl<'a> Write for &'a UnixStream {}
        impl<'a> Iterator for Incoming<'a> { type Item = io::Result<UnixStream>; }
        impl<'a> IntoIterator for &'a UnixListener { type Item = io::Result<UnixStream>; type IntoIter = Incoming<'a>; }
        impl fmt::Debug for SocketAddr {}
        impl fmt::Debug for UnixStream {}
        impl fmt::Debug for UnixListener {}
        impl fmt::Debug for UnixDatagram {}
    }
}

pub mod linux {
    pub mod fs {
        use crate::fs::Metadata;

        pub trait MetadataExt {
            fn st_dev(&self) -> u64;
            fn st_ino(&self) -> u64;
            fn st_mode(&self) -> u32;
            fn st_nlink(&self) -> u64;
            fn st_uid(&self) -> u32;
            fn st_gid(&self) -> u32;
            fn st_rdev(&self) -> u64;
            fn st_size(&self) -> u64;
            fn st_atime(&self) -> i64;
            fn st_atime_nsec(&self) -> i64;
            fn st_mtime(&self) -> i64;
            fn st_mtime_nsec(&self) -> i64;
            fn st_ctime(&self) -> i64;
            fn st_ctime_nsec(&self) -> i64;
            fn st_blksize(&self) -> u64;
            fn st_blocks(&self) -> u64;
        }
        impl MetadataExt for Metadata {}
    }
    pub mod net {
        use crate::io;
        use crate::net::TcpStream;
        use crate::os::unix::net::SocketAddr;

        pub trait SocketAddrExt {
            fn from_abstract_name<N>(name: N) -> io::Result<SocketAddr> where N: AsRef<[u8]>;
            fn as_abstract_name(&self) -> Option<&[u8]>;
        }
        pub trait TcpStreamExt {
            fn set_quickack(&self, quickack: bool) -> io::Result<()>;
            fn quickack(&self) -> io::Result<bool>;
        }
        impl SocketAddrExt for SocketAddr {}
        impl TcpStreamExt for TcpStream {}
    }
}

pub mod windows {
    pub mod prelude {
        pub use super::ffi::{OsStrExt, OsStringExt};
        pub use super::fs::{FileExt, FileTypeExt, MetadataExt, OpenOptionsExt};
        pub use super::io::{AsHandle, AsRawHandle, AsRawSocket, AsSocket, BorrowedHandle, BorrowedSocket, FromRawHandle, FromRawSocket};
        pub use super::io::{IntoRawHandle, IntoRawSocket, OwnedHandle, OwnedSocket, RawHandle, RawSocket};
    }

    pub mod ffi {
        use crate::ffi::{OsStr, OsString};

        #[derive(Clone, Debug)]
        pub struct EncodeWide<'a> {}
        pub trait OsStrExt {
            fn encode_wide(&self) -> EncodeWide<'_>;
        }
        pub trait OsStringExt {
            fn from_wide(wide: &[u16]) -> Self;
        }
        impl<'a> Iterator for EncodeWide<'a> { type Item = u16; }
        impl OsStrExt for OsStr {}
        impl OsStringExt for OsString {}
    }

    pub mod fs {
        use crate::fs::{File, FileType, Metadata, OpenOptions};
        use crate::io;
        use crate::path::Path;

        pub fn symlink_file<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()> {}
        pub fn symlink_dir<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()> {}

        pub trait FileExt {
            fn seek_read(&self, buf: &mut [u8], offset: u64) -> io::Result<usize>;
            fn seek_write(&self, buf: &[u8], offset: u64) -> io::Result<usize>;
        }
        pub trait OpenOptionsExt {
            fn access_mode(&mut self, access: u32) -> &mut Self;
            fn share_mode(&mut self, val: u32) -> &mut Self;
            fn custom_flags(&mut self, flags: u32) -> &mut Self;
            fn attributes(&mut self, val: u32) -> &mut Self;
            fn security_qos_flags(&mut self, flags: u32) -> &mut Self;
        }
        pub trait MetadataExt {
            fn file_attributes(&self) -> u32;
            fn creation_time(&self) -> u64;
            fn last_access_time(&self) -> u64;
            fn last_write_time(&self) -> u64;
            fn file_size(&self) -> u64;
        }
        pub trait FileTypeExt {
            fn is_symlink_dir(&self) -> bool;
            fn is_symlink_file(&self) -> bool;
        }
        impl FileExt for File {}
        impl OpenOptionsExt for OpenOptions {}
        impl MetadataExt for Metadata {}
        impl FileTypeExt for FileType {}
    }

    pub mod io {
        use crate::ffi::c_void;
        use crate::fs::File;
        use crate::io::{self, Stderr, Stdin, Stdout};
        use crate::net::{TcpListener, TcpStream, UdpSocket};
        use crate::process::{Child, ChildStderr, ChildStdin, ChildStdout, Stdio};

        pub type RawHandle = *mut c_void;
        pub type RawSocket = u64;
        #[derive(Debug)]
        pub struct OwnedHandle {}
        #[derive(Copy, Clone, Debug)]
        pub struct BorrowedHandle<'handle> {}
        #[derive(Debug)]
        pub struct OwnedSocket {}
        #[derive(Copy, Clone, Debug)]
        pub struct BorrowedSocket<'socket> {}

        pub trait AsHandle {
            fn as_handle(&self) -> BorrowedHandle<'_>;
        }
        pub trait AsRawHandle {
            fn as_raw_handle(&self) -> RawHandle;
        }
        pub trait FromRawHandle {
            unsafe fn from_raw_handle(handle: RawHandle) -> Self;
        }
        pub trait IntoRawHandle {
            fn into_raw_handle(self) -> RawHandle;
        }
        pub trait AsSocket {
            fn as_socket(&self) -> BorrowedSocket<'_>;
        }
        pub trait AsRawSocket {
            fn as_raw_socket(&self) -> RawSocket;
        }
        pub trait FromRawSocket {
            unsafe fn from_raw_socket(sock: RawSocket) -> Self;
        }
        pub trait IntoRawSocket {
            fn into_raw_socket(self) -> RawSocket;
        }
        impl OwnedHandle {
            pub fn try_clone(&self) -> io::Result<Self> {}
        }
        impl BorrowedHandle<'_> {
            pub const unsafe fn borrow_raw(handle: RawHandle) -> Self {}
            pub fn try_clone_to_owned(&self) -> io::Result<OwnedHandle> {}
        }
        impl OwnedSocket {
            pub fn try_clone(&self) -> io::Result<Self> {}
        }
        impl BorrowedSocket<'_> {
            pub const unsafe fn borrow_raw(socket: RawSocket) -> Self {}
            pub fn try_clone_to_owned(&self) -> io::Result<OwnedSocket> {}
        }
        impl AsHandle for OwnedHandle {}
        impl AsRawHandle for OwnedHandle {}
        impl IntoRawHandle for OwnedHandle {}
        impl FromRawHandle for OwnedHandle {}
        impl AsHandle for File {}
        impl AsRawHandle for File {}
        impl IntoRawHandle for File {}
        impl FromRawHandle for File {}
        impl AsHandle for Child {}
        impl AsRawHandle for Child {}
        impl IntoRawHandle for Child {}
        impl AsHandle for ChildStdin {}
        impl AsRawHandle for ChildStdin {}
        impl IntoRawHandle for ChildStdin {}
        impl AsHandle for ChildStdout {}
        impl AsRawHandle for ChildStdout {}
        impl IntoRawHandle for ChildStdout {}
        impl AsHandle for ChildStderr {}
        impl AsRawHandle for ChildStderr {}
        impl IntoRawHandle for ChildStderr {}
        impl AsHandle for Stdin {}
        impl AsRawHandle for Stdin {}
        impl AsHandle for Stdout {}
        impl AsRawHandle for Stdout {}
        impl AsHandle for Stderr {}
        impl AsRawHandle for Stderr {}
        impl FromRawHandle for Stdio {}
        impl From<OwnedHandle> for Stdio {}
        impl From<OwnedHandle> for File {}
        impl From<File> for OwnedHandle {}
        impl AsSocket for OwnedSocket {}
        impl AsRawSocket for OwnedSocket {}
        impl FromRawSocket for OwnedSocket {}
        impl IntoRawSocket for OwnedSocket {}
        impl AsSocket for TcpListener {}
        impl AsRawSocket for TcpListener {}
        impl FromRawSocket for TcpListener {}
        impl IntoRawSocket for TcpListener {}
        impl AsSocket for TcpStream {}
        impl AsRawSocket for TcpStream {}
        impl FromRawSocket for TcpStream {}
        impl IntoRawSocket for TcpStream {}
        impl AsSocket for UdpSocket {}
        impl AsRawSocket for UdpSocket {}
        impl FromRawSocket for UdpSocket {}
        impl IntoRawSocket for UdpSocket {}
    }

    pub mod process {
        use crate::ffi::OsStr;
        use crate::process::{Command, ExitStatus};

        pub trait CommandExt {
            fn creation_flags(&mut self, flags: u32) -> &mut Command;
            fn raw_arg<S: AsRef<OsStr>>(&mut self, text_to_append_as_is: S) -> &mut Command;
        }
        pub trait ExitStatusExt {
            fn from_raw(raw: u32) -> Self;
        }
        impl CommandExt for Command {}
        impl ExitStatusExt for ExitStatus {}
    }
}
