; The installer: for one user, without administrator, in Japanese.
;   /S          silent            /D=C:\Folder   where to (last argument, no quotes)
;   /DESKTOP    desktop entry too  /NOASSOC       .tane files are not opened by a double click
; Exit codes: 0 done, 1 cancelled, 3 Tane is running, 2 anything else.
; Given by package.cmake: VERSION, LISTS, OUTPUT, ICON, WIZARD, SIGN.
Unicode true
; The 64-bit program where this NSIS can make one; the 32-bit one does the same on every 64-bit Windows.
!if /FileExists "${NSISDIR}/Stubs/lzma_solid-amd64-unicode"
  Target amd64-unicode
!endif
SetCompressor /SOLID lzma
RequestExecutionLevel user
AllowSkipFiles off ; a file that cannot be written ends it, silent or not
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Tane"
!define FILE_CLASS "Tane.File"
!define EXIT_RUNNING 3
!define SHCNE_ASSOCCHANGED 0x08000000

Name "タネ"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Tane"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "タネ ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "タネ"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "タネのインストーラー"
VIAddVersionKey LegalCopyright "GNU General Public License 3"

; The uninstaller is signed while it is packed, the installer afterwards.
!if "${SIGN}" != ""
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${WIZARD}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_WELCOMEPAGE_TEXT "タネ ${VERSION} をこのパソコンに入れます。$\r$\n$\r$\n管理者の権限は要りません。お使いの方だけにインストールされます。$\r$\n$\r$\n前の版が入っているときは、新しい版に置き換わります。作成したファイルと設定はそのまま残ります。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\tane.exe"
!define MUI_FINISHPAGE_RUN_TEXT "タネを開く"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "タネをこのパソコンから取り除きます。作成したファイル（.tane）と設定は残ります。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE Japanese

; --- Shared by both ------------------------------------------------------------------------------------------------------

; A running program cannot be opened for writing. Asks to close it; when silent, leaves with EXIT_RUNNING.
!macro StopWhileRunning PREFIX
Function ${PREFIX}StopWhileRunning
  retry:
  StrCpy $1 ""
  !insertmacro TryProgram "tane.exe"
  !insertmacro TryProgram "tane-cli.exe"
  ${If} $1 != ""
    ${IfNot} ${Silent}
      MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "タネが動いています。お手数ですが、タネを終了してから［再試行］を選んでください。" IDRETRY retry
    ${EndIf}
    SetErrorLevel ${EXIT_RUNNING}
    Quit
  ${EndIf}
FunctionEnd
!macroend

!macro TryProgram NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${NAME}" a
    ${If} ${Errors}
      StrCpy $1 "${NAME}"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

; .tane files go back to what they were; another program's entry is left alone.
!macro RemoveAssociation PREFIX
Function ${PREFIX}RemoveAssociation
  DeleteRegKey HKCU "Software\Classes\${FILE_CLASS}"
  DeleteRegValue HKCU "Software\Classes\.tane\OpenWithProgids" "${FILE_CLASS}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.tane\OpenWithProgids"
  ReadRegStr $0 HKCU "Software\Classes\.tane" ""
  ${If} $0 == "${FILE_CLASS}"
    DeleteRegValue HKCU "Software\Classes\.tane" ""
    DeleteRegValue HKCU "Software\Classes\.tane" "Content Type"
  ${EndIf}
  ClearErrors
  EnumRegValue $0 HKCU "Software\Classes\.tane" 0
  ${If} ${Errors}
    DeleteRegKey /ifempty HKCU "Software\Classes\.tane"
  ${EndIf}
FunctionEnd
!macroend

!insertmacro StopWhileRunning ""
!insertmacro StopWhileRunning "un."
!insertmacro RemoveAssociation ""
!insertmacro RemoveAssociation "un."

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
!macroend

; --- Installing ----------------------------------------------------------------------------------------------------------

; The older version takes away its own files, wherever it is; shortcuts, settings and everything of the user's stay.
Function RemoveOlderVersion
  ReadRegStr $2 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $2 == ""
    StrCpy $2 "$INSTDIR"
  ${EndIf}
  ${If} ${FileExists} "$2\uninstall.exe"
    ExecWait '"$2\uninstall.exe" /S /UPDATE _?=$2' $3
    ${If} $3 = ${EXIT_RUNNING}
      ${IfNot} ${Silent}
        MessageBox MB_OK|MB_ICONINFORMATION "タネが動いています。お手数ですが、タネを終了してから、もう一度お試しください。"
      ${EndIf}
      SetErrorLevel ${EXIT_RUNNING}
      Quit
    ${EndIf}
    Delete "$2\uninstall.exe"
    RMDir "$2"
  ${EndIf}
FunctionEnd

Section "タネ（必須）" SectionProgram
  SectionIn RO
  Call StopWhileRunning
  Call RemoveOlderVersion
  !include "${LISTS}/install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\タネ.lnk" "$INSTDIR\tane.exe"

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "タネ"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\tane.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "Tane"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
  Call RemoveAssociation
SectionEnd

Section ".tane ファイルをダブルクリックで開く" SectionAssociation
  WriteRegStr HKCU "Software\Classes\${FILE_CLASS}" "" "タネのファイル"
  WriteRegStr HKCU "Software\Classes\${FILE_CLASS}\DefaultIcon" "" '"$INSTDIR\tane.exe",1'
  WriteRegStr HKCU "Software\Classes\${FILE_CLASS}\shell\open\command" "" '"$INSTDIR\tane.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.tane" "" "${FILE_CLASS}"
  WriteRegStr HKCU "Software\Classes\.tane" "Content Type" "application/x-tane"
  WriteRegNone HKCU "Software\Classes\.tane\OpenWithProgids" "${FILE_CLASS}"
SectionEnd

Section /o "デスクトップにアイコンを置く" SectionDesktop
  CreateShortcut "$DESKTOP\タネ.lnk" "$INSTDIR\tane.exe"
SectionEnd

Section -Finish
  !insertmacro TellExplorer
SectionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONINFORMATION "タネは 64 ビット版の Windows 10 または Windows 11 で動きます。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
  ${OrIf} ${FileExists} "$DESKTOP\タネ.lnk"
    !insertmacro SelectSection ${SectionDesktop}
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/NOASSOC" $1
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${SectionAssociation}
  ${EndIf}
FunctionEnd

; --- Uninstalling --------------------------------------------------------------------------------------------------------

; Deletes what was installed, file by file: what else lies in the folder belongs to the user, and so do the settings.
Section "Uninstall"
  Call un.StopWhileRunning
  !include "${LISTS}/remove.nsh"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPDATE" $1
  ${If} ${Errors}
    Delete "$SMPROGRAMS\タネ.lnk"
    Delete "$DESKTOP\タネ.lnk"
    Call un.RemoveAssociation
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    Delete "$INSTDIR\uninstall.exe"
    SetOutPath "$TEMP"
    RMDir "$INSTDIR"
    !insertmacro TellExplorer
  ${EndIf}
SectionEnd
