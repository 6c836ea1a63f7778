using System.Runtime.InteropServices;
using SQLitePCL;

namespace TradingDesk.Benchmarks.Storage;

/// <summary>
/// SQLite's own files on a disk that takes its time: forcing one to the disk lasts that much longer, everything else is as it was.
/// Offsets are those of the structures sqlite3_vfs and sqlite3_io_methods on a 64-bit machine.
/// </summary>
internal sealed class SlowDisk : IDisposable
{
    private const string Library = "e_sqlite3";
    private const int VfsBytes = 168;
    private const int VfsName = 24;
    private const int VfsOpen = 40;
    private const int MethodsBytes = 152;
    private const int MethodSync = 40;

    private readonly nint _original;
    private readonly nint _layer;
    private readonly OpenCall _open;
    private readonly OpenCall _slowOpen;
    private readonly Dictionary<nint, nint> _patched = [];
    private readonly List<SyncCall> _kept = [];
    private readonly TimeSpan _longer;
    private int _forced;

    public SlowDisk(TimeSpan longer)
    {
        _longer = longer;
        Batteries_V2.Init();
        _original = Find(0);
        _open = Marshal.GetDelegateForFunctionPointer<OpenCall>(Marshal.ReadIntPtr(_original, VfsOpen));
        _slowOpen = Open;
        _layer = Copy(_original, VfsBytes);
        Marshal.WriteIntPtr(_layer, VfsName, Marshal.StringToCoTaskMemUTF8("slow"));
        Marshal.WriteIntPtr(_layer, VfsOpen, Marshal.GetFunctionPointerForDelegate(_slowOpen));
        if (Register(_layer, 1) != 0) throw new InvalidOperationException("SQLite does not take the slow disk.");
    }

    private delegate int OpenCall(nint vfs, nint name, nint file, int flags, nint outFlags);

    private delegate int SyncCall(nint file, int flags);

    /// <summary>How often a file was forced to the disk.</summary>
    public int Forced => Volatile.Read(ref _forced);

    /// <summary>Files opened from now on are as fast as they are; those that are open must be closed before.</summary>
    public void Dispose() => _ = Unregister(_layer);

    private int Open(nint vfs, nint name, nint file, int flags, nint outFlags)
    {
        var code = _open(_original, name, file, flags, outFlags);
        if (code != 0) return code;
        lock (_patched)
        {
            var methods = Marshal.ReadIntPtr(file);
            if (!_patched.TryGetValue(methods, out var patched)) _patched.Add(methods, patched = Patch(methods));
            Marshal.WriteIntPtr(file, patched);
        }

        return 0;
    }

    private nint Patch(nint methods)
    {
        var sync = Marshal.GetDelegateForFunctionPointer<SyncCall>(Marshal.ReadIntPtr(methods, MethodSync));
        SyncCall slow = (file, flags) =>
        {
            Interlocked.Increment(ref _forced);
            Thread.Sleep(_longer);
            return sync(file, flags);
        };
        _kept.Add(slow);
        var patched = Copy(methods, MethodsBytes);
        Marshal.WriteIntPtr(patched, MethodSync, Marshal.GetFunctionPointerForDelegate(slow));
        return patched;
    }

    private static nint Copy(nint from, int bytes)
    {
        var content = new byte[bytes];
        Marshal.Copy(from, content, 0, bytes);
        var copy = Marshal.AllocHGlobal(bytes);
        Marshal.Copy(content, 0, copy, bytes);
        return copy;
    }

    [DllImport(Library, EntryPoint = "sqlite3_vfs_find")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern nint Find(nint name);

    [DllImport(Library, EntryPoint = "sqlite3_vfs_register")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int Register(nint vfs, int isDefault);

    [DllImport(Library, EntryPoint = "sqlite3_vfs_unregister")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int Unregister(nint vfs);
}
