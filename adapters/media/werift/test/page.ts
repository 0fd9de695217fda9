/** A page that does what a browser must do: offers its sound, a tone of 500 Hz, and measures the pitch of what it hears. `run()` resolves when sound goes both ways. */
export const page = `<!doctype html><title>peer</title><script>
async function run() {
  const context = new AudioContext({ sampleRate: 48000 })
  const microphone = context.createMediaStreamDestination()
  const tone = new OscillatorNode(context, { frequency: 500 })
  tone.connect(new GainNode(context, { gain: 0.4 })).connect(microphone)
  tone.start()
  const connection = new RTCPeerConnection()
  connection.addTrack(microphone.stream.getAudioTracks()[0], microphone.stream)
  const analyser = new AnalyserNode(context, { fftSize: 2048 })
  connection.ontrack = ({ track }) => {
    const audio = new Audio()
    audio.srcObject = new MediaStream([track])
    audio.play()
    context.createMediaStreamSource(audio.srcObject).connect(analyser)
  }
  await connection.setLocalDescription()
  await new Promise((resolve) => {
    const done = () => connection.iceGatheringState === 'complete' && resolve()
    connection.onicegatheringstatechange = done
    done()
  })
  const sdp = await (await fetch('/peer', { method: 'POST', body: connection.localDescription.sdp })).text()
  await connection.setRemoteDescription({ type: 'answer', sdp })
  await new Promise((resolve) => {
    const done = () => connection.connectionState === 'connected' && resolve()
    connection.onconnectionstatechange = done
    done()
  })
  window.connection = connection
  window.loudest = () => {
    const bins = new Float32Array(analyser.frequencyBinCount)
    analyser.getFloatFrequencyData(bins)
    const at = bins.indexOf(Math.max(...bins))
    return bins[at] > -60 ? Math.round((at * 48000) / 2048) : 0
  }
}
</script>`
