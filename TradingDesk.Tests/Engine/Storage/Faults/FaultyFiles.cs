using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>
/// SQLite's own file system with one difference: files under a <see cref="FaultyDisk"/> ask it before they are opened, read or written.
/// Offsets are those of the structures sqlite3_vfs and sqlite3_io_methods on a 64-bit machine.
/// </summary>
internal static class FaultyFiles
{
    private const int VfsBytes = 168;
    private const int VfsName = 24;
    private const int VfsOpen = 40;
    private const int MethodsBytes = 152;
    private const int MethodRead = 16;
    private const int MethodWrite = 24;
    private const int MethodTruncate = 32;
    private const int MethodSync = 40;
    private const int MethodMapMemory = 112;
    private const string Library = "e_sqlite3";

    private static readonly Lock _gate = new();
    private static readonly ConcurrentDictionary<nint, string> _paths = new();
    private static readonly ConcurrentDictionary<nint, nint> _patched = new();
    private static readonly List<Delegate> _kept = [];
    private static nint _original;
    private static OpenCall _open = null!;

    private delegate int OpenCall(nint vfs, nint name, nint file, int flags, nint outFlags);

    private delegate int TransferCall(nint file, nint buffer, int amount, long offset);

    private delegate int TruncateCall(nint file, long size);

    private delegate int SyncCall(nint file, int flags);

    private delegate int MapCall(nint file, int page, int size, int extend, nint memory);

    /// <summary>Makes it the file system of all connections to come; those of other folders go straight through.</summary>
    public static void Install()
    {
        lock (_gate)
        {
            if (_original != 0) return;
            Batteries_V2.Init();
            _original = Find(0);
            _open = Call<OpenCall>(_original, VfsOpen);
            var layer = Copy(_original, VfsBytes);
            Marshal.WriteIntPtr(layer, VfsName, Marshal.StringToCoTaskMemUTF8("faulty"));
            Put<OpenCall>(layer, VfsOpen, Open);
            Assert.Equal(0, Register(layer, 1));
        }
    }

    private static int Open(nint vfs, nint name, nint file, int flags, nint outFlags)
    {
        var path = Marshal.PtrToStringUTF8(name) ?? "";
        if (FaultyDisk.Under(path) is not { } disk) return _open(_original, name, file, flags, outFlags);
        if (disk.Ask(DiskCall.Open, path) is var code and not 0)
        {
            Marshal.WriteIntPtr(file, 0);
            return code;
        }

        if (disk.IsReadOnly && (flags & raw.SQLITE_OPEN_MAIN_DB) != 0)
            flags = (flags & ~(raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE)) | raw.SQLITE_OPEN_READONLY;
        code = _open(_original, name, file, flags, outFlags);
        if (code != 0) return code;
        _paths[file] = path;
        lock (_gate) Marshal.WriteIntPtr(file, _patched.GetOrAdd(Marshal.ReadIntPtr(file), Patch));
        return 0;
    }

    private static nint Patch(nint methods)
    {
        var (read, write) = (Call<TransferCall>(methods, MethodRead), Call<TransferCall>(methods, MethodWrite));
        var (truncate, sync) = (Call<TruncateCall>(methods, MethodTruncate), Call<SyncCall>(methods, MethodSync));
        var patched = Copy(methods, MethodsBytes);
        Put<TransferCall>(patched, MethodRead, (file, buffer, amount, offset) =>
            Ask(DiskCall.Read, file) is var code and not 0 ? code : read(file, buffer, amount, offset));
        Put<TransferCall>(patched, MethodWrite, (file, buffer, amount, offset) =>
            Ask(DiskCall.Write, file) is var code and not 0 ? code : write(file, buffer, amount, offset));
        Put<TruncateCall>(patched, MethodTruncate, (file, size) =>
            Ask(DiskCall.Truncate, file) is var code and not 0 ? code : truncate(file, size));
        Put<SyncCall>(patched, MethodSync, (file, flags) =>
            Ask(DiskCall.Sync, file) is var code and not 0 ? code : sync(file, flags));
        if (Marshal.ReadIntPtr(methods, MethodMapMemory) == 0) return patched;
        var map = Call<MapCall>(methods, MethodMapMemory);
        Put<MapCall>(patched, MethodMapMemory, (file, page, size, extend, memory) =>
            Ask(DiskCall.MapMemory, file) is var code and not 0 ? code : map(file, page, size, extend, memory));
        return patched;
    }

    private static int Ask(DiskCall call, nint file) =>
        _paths.TryGetValue(file, out var path) && FaultyDisk.Under(path) is { } disk ? disk.Ask(call, path) : 0;

    private static nint Copy(nint from, int bytes)
    {
        var content = new byte[bytes];
        Marshal.Copy(from, content, 0, bytes);
        var copy = Marshal.AllocHGlobal(bytes);
        Marshal.Copy(content, 0, copy, bytes);
        return copy;
    }

    private static T Call<T>(nint table, int offset) where T : Delegate =>
        Marshal.GetDelegateForFunctionPointer<T>(Marshal.ReadIntPtr(table, offset));

    private static void Put<T>(nint table, int offset, T call) where T : Delegate
    {
        _kept.Add(call);
        Marshal.WriteIntPtr(table, offset, Marshal.GetFunctionPointerForDelegate(call));
    }

    [DllImport(Library, EntryPoint = "sqlite3_vfs_find")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern nint Find(nint name);

    [DllImport(Library, EntryPoint = "sqlite3_vfs_register")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int Register(nint vfs, int isDefault);
}
